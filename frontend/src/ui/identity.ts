const hues = 8;

/** The letters that stand for a name: first of the first and of the last word, "?" when there is none. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => /^./u.exec(word ?? "?")?.[0].toLocaleUpperCase() ?? "?").join("");
}

/** One of eight hues, the same for the same text on every machine. */
export function hueOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % hues;
}
