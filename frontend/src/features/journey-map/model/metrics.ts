import type { Card, LaneKind } from "./document";
import { mentionsOf, opportunityScore } from "./card-figures";

const LINE = 15.5;
const FOOTER = 19;
const IMAGE = 72;

/** What the bottom line of a card tells; null when there is nothing to tell. */
export interface CardFooter {
  readonly severity: number | null;
  readonly mentions: number;
  readonly status: Card["status"];
  readonly score: number | null;
  readonly links: number;
  readonly tags: readonly string[];
}

/** Severity is told on pain points, status and score on opportunities; evidence and links elsewhere too; tags where there is room. */
export function cardFooter(card: Card, kind: LaneKind): CardFooter | null {
  const footer: CardFooter = {
    severity: kind === "pain_points" ? card.severity : null,
    mentions: kind === "opportunities" ? 0 : mentionsOf(card),
    status: kind === "opportunities" ? card.status : null,
    score: kind === "opportunities" ? opportunityScore(card) : null,
    links: card.links.length,
    tags: kind === "pain_points" || kind === "opportunities" ? NO_TAGS : card.tags,
  };
  const silent =
    footer.severity === null &&
    footer.mentions === 0 &&
    footer.status === null &&
    footer.score === null &&
    footer.links === 0 &&
    footer.tags.length === 0;
  return silent ? null : footer;
}

const NO_TAGS: readonly string[] = [];

/** Measures of the map in px at 100 %, as drawn in the design. */
export const METRICS = {
  headerWidth: 156,
  headerWidthNarrow: 94,
  columnWidth: 146,
  columnWidthMax: 240,
  collapsedColumn: 44,
  stagesRow: 42,
  stepsRow: 37,
  flowRow: 79,
  emotionRow: 141,
  collapsedRow: 35,
  cardGap: 5,
  cellPaddingX: 6,
  cardPaddingX: 9,
  chip: { height: 24, gap: 4, extra: 34, truthExtra: 15 },

  cellPaddingY(kind: LaneKind): number {
    if (kind === "touchpoints") return 8;
    if (kind === "metrics") return 6;
    return 7;
  },

  /** Height of a card; fixed per kind of lane, number of lines and footer. */
  cardHeight(kind: LaneKind, lines: number, footer: CardFooter | null, image: boolean): number {
    if (kind === "metrics") return 56;
    const picture = kind === "images" && image ? IMAGE : 0;
    return Math.ceil(12 + lines * LINE + (footer === null ? 0 : FOOTER) + picture);
  },

  /** A lane is never lower than its header, nor than an empty cell that a card can be dropped on. */
  minHeight(kind: LaneKind): number {
    return kind === "metrics" ? 68 : 57;
  },
} as const;
