import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/personas.gen";
import type { NewPersona, Persona, PersonaSource, PersonaUpdate } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { listAll } from "./pages";

export type { NewPersona, Persona, PersonaSource, PersonaUpdate } from "./generated/types.gen";
export type PersonaSourceKind = PersonaSource["kind"];

export const personasQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "personas"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listPersonas({ path: { workspace_id: workspaceId }, query, signal })),
  });

export const personaQuery = (personaId: string) =>
  queryOptions({
    queryKey: ["persona", personaId],
    queryFn: ({ signal }) => answer(sdk.getPersona({ path: { persona_id: personaId }, signal })),
  });

export function useCreatePersona(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPersona) =>
      answer(sdk.createPersona({ path: { workspace_id: workspaceId }, body, headers: once() })),
    onSuccess: (persona) => client.setQueryData(personaQuery(persona.id).queryKey, persona),
    onSettled: () => client.invalidateQueries(personasQuery(workspaceId)),
  });
}

/** Reads one persona past every cache. */
export const loadPersona = (personaId: string): Promise<Persona> =>
  answer(sdk.getPersona({ path: { persona_id: personaId } }));

/** Sends one persona's changed fields against the revision they were made on. */
export const patchPersona = (personaId: string, revision: number, set: PersonaUpdate): Promise<Persona> =>
  answer(sdk.updatePersona({ path: { persona_id: personaId }, body: set, headers: ifMatch(revision) }));

export function useDeletePersona(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, revision }: Pick<Persona, "id" | "revision">) =>
      answer(sdk.deletePersona({ path: { persona_id: id }, headers: ifMatch(revision) })),
    onSettled: () => client.invalidateQueries(personasQuery(workspaceId)),
  });
}
