/** JSON pointers (RFC 6901): how a mapping says where in an item something is. */

type Path = readonly (string | number)[];

const pattern = /^(\/([^~/]|~[01])*)+$/;

export const isPointer = (text: string): boolean => pattern.test(text) && text.length <= 200;

/** The pointer that leads along a path of members and places in lists. */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const partsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A pointer as people read it: "data › total price" rather than "/data/total_price". */
export const readable = (pointer: string): string => partsOf(pointer).join(" › ").replaceAll("_", " ");

/** What is at a pointer; undefined when it leads to nothing. */
export function resolve(pointer: string, item: unknown): unknown {
  let found = item;
  for (const part of partsOf(pointer)) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}

export type Scalar = string | number | boolean | null;
export const isScalar = (value: unknown): value is Scalar => typeof value !== "object" && value !== undefined;

export type Place = { pointer: string; example: string };

const mostPlaces = 400;
const longestExample = 40;

/** How a value is shown in passing. */
export function brief(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
}

/** All places in some items, in the order in which they are first seen, each with what is there. */
export function placesOf(items: readonly unknown[]): Place[] {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: Path) => {
    if (found.size >= mostPlaces) return;
    if (path.length > 0) {
      const pointer = pointerOf(path);
      if (!found.has(pointer)) found.set(pointer, isScalar(value) ? brief(value) : "…");
    }
    if (Array.isArray(value)) value.slice(0, 3).forEach((each, index) => visit(each, [...path, index]));
    else if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value)) visit(each, [...path, name]);
  };
  for (const item of items) visit(item, []);
  return [...found].map(([pointer, example]) => ({ pointer, example }));
}

/** The different values at a pointer in some items, the most frequent first. */
export function valuesAt(pointer: string, items: readonly unknown[]): Scalar[] {
  const counts = new Map<Scalar, number>();
  for (const item of items) {
    const value = resolve(pointer, item);
    if (isScalar(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}
