/** The portraits a persona can have, by the key that is stored with it: pictures in portraits.svg. */
export const portraitKeys = [
  "short", "long", "bun", "curls", "crop", "quiff", "bald", "scarf", "braids", "beard", "glasses", "silver",
];

/** Is a portrait stored under this key? */
export function isPortrait(key: string | null | undefined): key is string {
  return key != null && portraitKeys.includes(key);
}
