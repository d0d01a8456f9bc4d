/** A share as one writes it: "62 %", or nothing while nobody has estimated it. */
export const shareText = (share: number | null): string => (share === null ? "" : `${share} %`);

/** The share in percent (0–100) in what somebody wrote; null for nothing, undefined while it is no such number. */
export function parseShare(text: string): number | null | undefined {
  const written = text.replace("%", "").replace(",", ".").trim();
  if (written === "") return null;
  const share = Number(written);
  return Number.isFinite(share) && share >= 0 && share <= 100 ? share : undefined;
}
