/** A name for people, made of a key: "order-paid" becomes "Order paid". */
export function nameFromKey(key: string): string {
  const words = key.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
