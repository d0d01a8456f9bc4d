import type { PreviewedItem } from "@/api/sources";

/** An item of the preview with its content, if that could be read; it is cut when it is very long. */
export type Sample = { key: string; previewed: PreviewedItem; content: unknown };

export const keyOf = ({ delivery_id, position }: Pick<PreviewedItem, "delivery_id" | "position">): string => `${delivery_id}/${position}`;

export function samplesOf(items: readonly PreviewedItem[]): Sample[] {
  return items.map((previewed) => ({ key: keyOf(previewed), previewed, content: contentOf(previewed.item) }));
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const meaning = ({ outcome, touchpoint_id, touchpoint_name }: PreviewedItem) => `${outcome} ${touchpoint_id ?? ""} ${touchpoint_name}`;

/** The items that would become something else than before. */
export function changedItems(before: readonly PreviewedItem[], now: readonly PreviewedItem[]): Map<string, PreviewedItem> {
  const known = new Map(before.map((item) => [keyOf(item), item]));
  return new Map(
    now.flatMap((item) => {
      const was = known.get(keyOf(item));
      return was && meaning(was) !== meaning(item) ? [[keyOf(item), was]] : [];
    }),
  );
}

/** How many would become what. */
export function countOutcomes(items: readonly PreviewedItem[]): Map<PreviewedItem["outcome"], number> {
  const counts = new Map<PreviewedItem["outcome"], number>();
  for (const { outcome } of items) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}
