import type { Card, Color, Emotion, Lane, LaneKind, Placement, Stage, Step } from "../document";
import type { WireMap } from "../wire";

/** The map of the design: nine steps in five stages, every kind of card, Mara's curve. */

const STAGES: readonly (readonly [string, Color, readonly string[]])[] = [
  ["Awareness", "blue", ["Sees a post", "Searches online"]],
  ["Interest", "violet", ["Browses range"]],
  ["Consideration", "fuchsia", ["Compares sofas", "Orders samples"]],
  ["Purchase", "green", ["Fills the basket", "Pays"]],
  ["Loyalty", "amber", ["Delivery day", "Comes back"]],
];

type Content = string | (Partial<Card> & { text: string });
const mentions = (count: number): Pick<Card, "evidence"> => ({
  evidence: [{ kind: "review", text: "", url: "", count }],
});

const LANES: readonly (readonly [LaneKind, string, readonly (readonly Content[])[]])[] = [
  [
    "actions",
    "Actions",
    [
      ["Saves an Instagram post"],
      ["Types “deep green sofa”", "Opens three tabs"],
      ["Filters by width and price"],
      ["Puts two models side by side", "Measures the room"],
      ["Asks for four fabric samples"],
      ["Chooses fabric, legs, and delivery"],
      ["Pays by card"],
      ["Waits at home for the courier"],
      ["Buys a lamp and a rug"],
    ],
  ],
  ["emotions", "Emotions", []],
  [
    "thoughts",
    "Thoughts",
    [
      ["That green would suit my wall."],
      ["Is this brand any good?"],
      ["So many nice ones!"],
      ["Which one fits through the door?"],
      ["Linen feels better than I thought."],
      ["I hope that is the final price."],
      ["Why was my card refused?"],
      ["They carried it upstairs!"],
      ["I know what I will get now."],
    ],
  ],
  ["touchpoints", "Touchpoints", []],
  [
    "pain_points",
    "Pain points",
    [
      [],
      [{ text: "Ad shows an old price", severity: 2, ...mentions(46) }],
      [],
      [{ text: "Fabric colours vary by photo", severity: 3, ...mentions(214) }],
      [],
      [{ text: "Delivery cost is shown last", severity: 3, ...mentions(388) }],
      [{ text: "Refused card gives no reason", severity: 3, ...mentions(171) }],
      [{ text: "Four-hour delivery slot", severity: 1, ...mentions(59) }],
      [],
    ],
  ],
  [
    "opportunities",
    "Opportunities",
    [
      [],
      [{ text: "Answer page for “is it good?”", status: "idea", impact: 3, effort: 3 }],
      [{ text: "Room-size filter", status: "planned", impact: 4, effort: 2 }],
      [{ text: "True-colour fabric viewer", status: "in_progress", impact: 5, effort: 2 }],
      [],
      [{ text: "Full price from the first page", status: "planned", impact: 5, effort: 1 }],
      [{ text: "Retry with another method", status: "in_progress", impact: 4, effort: 1 }],
      [],
      [{ text: "Refer-a-friend card", status: "idea", impact: 3, effort: 3 }],
    ],
  ],
  ["metrics", "Metrics", [[{ text: "Reached", metric: { measure: "customers", baseline: null, target: 40_000 } }]]],
];

const CURVE: readonly (readonly [number, string])[] = [
  [0.6, ""],
  [0.9, ""],
  [1.6, "Delighted"],
  [-0.4, "Unsure"],
  [0.9, ""],
  [0.2, ""],
  [-1.6, "Let down"],
  [1.7, "Relieved"],
  [1.3, ""],
];

const TOUCHPOINTS = [
  ["social-ad", "blog"],
  ["search"],
  ["website", "app"],
  ["showroom", "reviews"],
  ["email", "post"],
  ["app", "chat"],
  ["checkout", "call-centre"],
  ["courier", "sms"],
  ["email", "app"],
];

export const MARA = "persona-mara";

function orderOf(index: number): string {
  return `a${String(index)}`;
}

function cardOf(content: Content, at: { id: string; step: Step; lane: Lane; order: string }): Card {
  const given = typeof content === "string" ? { text: content } : content;
  return {
    id: at.id,
    revision: 1,
    step_id: at.step.id,
    lane_id: at.lane.id,
    order: at.order,
    span: 1,
    color: null,
    tags: [],
    severity: null,
    status: null,
    impact: null,
    effort: null,
    owner_id: null,
    evidence: [],
    links: [],
    image_url: "",
    metric: null,
    ...given,
  };
}

/** A fresh copy of the fixture map. Ids tell what they are: `stage-0`, `step-3`, `lane-actions`, `card-actions-1-0`. */
export function fixtureMap(): WireMap {
  const stages: Stage[] = STAGES.map(([title, color], index) => ({
    id: `stage-${String(index)}`,
    revision: 1,
    order: orderOf(index),
    title,
    color,
    customer_goal: "",
    trigger: "",
  }));
  const steps: Step[] = STAGES.flatMap(([, , titles], stage) =>
    titles.map((title, index) => ({
      id: "",
      revision: 1,
      stage_id: `stage-${String(stage)}`,
      order: orderOf(index),
      title,
      description: "",
    })),
  ).map((step, index) => ({ ...step, id: `step-${String(index)}` }));
  const lanes: Lane[] = LANES.map(([kind, title], index) => ({
    id: `lane-${kind}`,
    revision: 1,
    order: orderOf(index),
    kind,
    title,
  }));
  const cards = LANES.flatMap(([kind, , columns], lane) =>
    columns.flatMap((contents, column) =>
      contents.flatMap((content, index): Card[] => {
        const step = steps[column];
        const where = lanes[lane];
        if (step === undefined || where === undefined) return [];
        const id = `card-${kind}-${String(column)}-${String(index)}`;
        return [cardOf(content, { id, step, lane: where, order: orderOf(index) })];
      }),
    ),
  );
  const placements: Placement[] = TOUCHPOINTS.flatMap((keys, column) =>
    keys.map((key, index) => ({
      id: `placement-${String(column)}-${key}`,
      revision: 1,
      step_id: `step-${String(column)}`,
      touchpoint_id: `touchpoint-${key}`,
      order: orderOf(index),
      moment_of_truth: key === "checkout",
      importance: null,
      expected_satisfaction: null,
    })),
  );
  const emotions: Emotion[] = CURVE.map(([score, label], index) => ({
    id: `emotion-${String(index)}`,
    revision: 1,
    step_id: `step-${String(index)}`,
    persona_id: MARA,
    score,
    label,
  }));
  return {
    id: "map-1",
    workspace_id: "workspace-1",
    revision: 1,
    created_at: "2026-11-01T09:00:00Z",
    updated_at: "2026-11-20T09:00:00Z",
    abilities: { edit: true, delete: true },
    title: "Buying a sofa online",
    state: "current",
    goal: "Buy a sofa that fits the room",
    goal_start: "Sees a sofa in a post",
    goal_end: "Sits on it",
    scenario: "",
    constraints: [],
    persona_ids: [MARA],
    owner_id: null,
    reviewed_on: null,
    goal_step_id: "step-6",
    stages,
    steps,
    lanes,
    cards,
    placements,
    emotions,
  };
}

/** One card of the fixture, for tests that need a whole one. */
export function fixtureCard(patch: Partial<Card> = {}): Card {
  const [card] = fixtureMap().cards;
  if (card === undefined) throw new Error("the fixture has cards");
  return { ...card, ...patch };
}
