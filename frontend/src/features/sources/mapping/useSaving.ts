import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import { previewQuery } from "@/api/source-mapping";
import type { Source, SourceMapping } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { toast } from "@/ui/toast/store";
import { draftOf, mappingOf } from "./draft";
import type { useDraft } from "./useDraft";

/** Keeps a draft, against the mapping that was there when it was begun. */
export function useSaving(source: Source, { draft, edit, markSaved }: ReturnType<typeof useDraft>) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { update } = useSourceChanges(workspace.id, source.id);
  const [problem, setProblem] = useState<string | null>(null);
  const base = useRef({ revision: source.revision, mapping: JSON.stringify(source.mapping) });

  const put = (mapping: SourceMapping | null, onStored: (stored: Source) => void) => {
    // Other things of the source may have changed meanwhile; only another mapping would be overwritten.
    const same = JSON.stringify(source.mapping) === base.current.mapping;
    setProblem(null);
    update.mutate(
      { revision: same ? source.revision : base.current.revision, set: { mapping } },
      {
        onSuccess: (stored) => {
          base.current = { revision: stored.revision, mapping: JSON.stringify(stored.mapping) };
          void client.invalidateQueries({ queryKey: previewQuery(source.id, null).queryKey });
          onStored(stored);
        },
        onError: (error) => setProblem(savingProblem(error)),
      },
    );
  };

  return {
    busy: update.isPending,
    problem,
    save: () => {
      const mapping = mappingOf(draft);
      put(mapping, () => {
        markSaved(mapping);
        toast({ message: m.sources_mapping_saved() });
      });
    },
    reset: (preset: SourceMapping, onDone: () => void) =>
      put(null, () => {
        const fresh = draftOf(preset, v7);
        edit(() => fresh);
        markSaved(preset);
        toast({ message: m.sources_mapping_reset() });
        onDone();
      }),
  };
}

function savingProblem(error: unknown): string {
  if (error instanceof Problem && error.code === "id_is_fixed") return m.sources_id_is_fixed();
  return problemText(error);
}
