import { queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/customers.gen";
import { answer } from "./http";

export type { PersonaSegment, SegmentCondition, Trait } from "./generated/types.gen";

/** How many customers a persona's segment matches; another revision of the persona is counted anew. */
export const personaSegmentQuery = (personaId: string, revision: number) =>
  queryOptions({
    queryKey: ["persona", personaId, "segment", revision],
    queryFn: ({ signal }) => answer(sdk.getPersonaSegment({ path: { persona_id: personaId }, signal })),
  });

/** What is known of customers, for editors. */
export const traitsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "traits"],
    queryFn: async ({ signal }) => (await answer(sdk.listTraits({ path: { workspace_id: workspaceId }, signal }))).items,
    staleTime: 60_000,
  });
