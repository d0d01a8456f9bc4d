/** An example as an outline that reads without knowing JSON: names, values, and lists with dashes. */
export function outline(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return value.map((entry) => `${indent}- ${nested(entry, indent)}`).join("\n");
  if (typeof value !== "object" || value === null) return `${indent}${plain(value)}`;
  return Object.entries(value)
    .map(([name, entry]) => `${indent}${name}:${isPlain(entry) ? ` ${plain(entry)}` : `\n${outline(entry, `${indent}  `)}`}`)
    .join("\n");
}

const isPlain = (value: unknown): boolean =>
  typeof value !== "object" || value === null || Object.keys(value).length === 0;

const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) || "–" : "–";

/** An entry of a list begins on the line of its dash. */
const nested = (entry: unknown, indent: string): string =>
  isPlain(entry) ? plain(entry) : outline(entry, `${indent}  `).trimStart();
