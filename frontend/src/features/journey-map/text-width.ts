import type { Measure } from "./model/boxes";

const FONTS = {
  card: '450 12px "Inter Variable", system-ui, sans-serif',
  chip: '500 11.5px "Inter Variable", system-ui, sans-serif',
} as const;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Forgets all widths, as when the font has arrived. */
export function clearMeasured(): void {
  widths.clear();
}

/** Width of one line of text in px, in the style it will be drawn in; remembered, for maps say the same often. */
export const measureText: Measure = (text, style) => {
  const key = `${style}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return text.length * 6;
  context.font = FONTS[style];
  const { width } = context.measureText(text);
  if (widths.size > 20_000) widths.clear();
  widths.set(key, width);
  return width;
};
