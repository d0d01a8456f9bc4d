import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { previewQuery } from "@/api/source-mapping";
import type { SourceMapping } from "@/api/sources";
import { finishedPart } from "./draft";
import type { Draft } from "./draft";
import { placesOf } from "./pointers";
import { changedItems, samplesOf } from "./samples";

const pauseMs = 350;

/** What the last items would become under a draft, shortly after it stops changing. */
export function usePreview(sourceId: string, draft: Draft) {
  const mapping = useMemo(() => finishedPart(draft), [draft]);
  const [tried, setTried] = useState<SourceMapping>(mapping);
  useEffect(() => {
    const timer = setTimeout(() => setTried(mapping), pauseMs);
    return () => clearTimeout(timer);
  }, [mapping]);

  const now = useQuery(previewQuery(sourceId, tried));
  const saved = useQuery(previewQuery(sourceId, null));
  const samples = useMemo(() => now.data && samplesOf(now.data), [now.data]);
  const contents = useMemo(() => samples?.map(({ content }) => content) ?? [], [samples]);
  const places = useMemo(() => placesOf(contents), [contents]);
  const changed = useMemo(() => changedItems(saved.data ?? [], now.data ?? []), [saved.data, now.data]);
  return { samples, contents, places, changed, error: now.error, retry: () => void now.refetch() };
}
