/** Reads one text from a page's address; anything else there is left out. */
export const textSearch =
  <Name extends string>(name: Name) =>
  (search: Record<string, unknown>) => {
    const value = search[name];
    return (typeof value === "string" ? { [name]: value } : {}) as Partial<Record<Name, string>>;
  };
