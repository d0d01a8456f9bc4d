import { v7 } from "uuid";
import type { APIRequestContext } from "@playwright/test";

const COLORS = ["blue", "violet", "fuchsia", "green", "amber", "teal", "rose", "slate"];
const LANES = [
  "actions",
  "thoughts",
  "questions",
  "expectations",
  "emotions",
  "pain_points",
  "opportunities",
  "quotes",
  "backstage",
  "support_processes",
  "free_text",
  "actions",
  "thoughts",
  "quotes",
  "free_text",
];
const WORDS = "delivery cost sofa fabric green customer wants to know whether it fits the room and what it costs".split(" ");
const STEPS_PER_STAGE = 5;
const CARDS = 2000;

function sentence(seed: number): string {
  return Array.from({ length: 3 + (seed % 7) }, (_, index) => WORDS[(seed * 7 + index * 3) % WORDS.length]).join(" ");
}

/** Operations for 40 columns × 15 lanes with 2,000 cards and a curve. */
function operations(): unknown[] {
  const steps: string[] = [];
  const columns = COLORS.flatMap((color, number) => {
    const stage = { op: "stage.add", item: { id: v7(), title: `Stage ${number + 1}`, color } };
    const its = Array.from({ length: STEPS_PER_STAGE }, (_, index) => {
      const id = v7();
      steps.push(id);
      return { op: "step.add", item: { id, stage_id: stage.item.id, title: `Step ${index + 1}` } };
    });
    return [stage, ...its];
  });
  const lanes = LANES.map((kind, index) => ({ op: "lane.add", item: { id: v7(), kind, title: `${kind} ${index + 1}` } }));
  const held = lanes.filter((lane) => lane.item.kind !== "emotions");
  const curve = steps.map((step_id, index) => {
    const score = Math.round(Math.sin(index) * 20) / 10;
    return { op: "emotion.add", item: { id: v7(), step_id, persona_id: null, score } };
  });
  const cards = Array.from({ length: CARDS }, (_, index) => ({
    op: "card.add",
    item: {
      id: v7(),
      step_id: steps[index % steps.length],
      lane_id: held[Math.floor(index / steps.length) % held.length]?.item.id,
      text: sentence(index),
    },
  }));
  return [...columns, ...lanes, ...curve, ...cards];
}

/** Makes the map through the API and gives its id. */
export async function makeBigMap(api: APIRequestContext, workspaceId: string): Promise<string> {
  const created = await api.post(`/api/v1/workspaces/${workspaceId}/maps`, { data: { title: "2,000 cards" } });
  const { id, revision } = (await created.json()) as { id: string; revision: number };
  const data = { base_revision: revision, operations: operations() };
  const changed = await api.post(`/api/v1/maps/${id}/changes`, { data });
  if (!changed.ok()) throw new Error(await changed.text());
  return id;
}
