/** For how many days a new key is good. */
export const lifetimes = ["30", "90", "365", "never"] as const;
export type Lifetime = (typeof lifetimes)[number];

/** The end of a lifetime that begins now, as RFC 3339; null when it has none. */
export function expiryDate(lifetime: Lifetime, now: Date): string | null {
  if (lifetime === "never") return null;
  const end = new Date(now);
  end.setUTCDate(end.getUTCDate() + Number(lifetime));
  return end.toISOString();
}
