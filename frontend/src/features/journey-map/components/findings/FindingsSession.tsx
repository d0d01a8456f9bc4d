import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { mapFindingsPages } from "@/api/findings";
import { sessionQuery } from "@/api/session";
import { useEditor } from "../../context";
import { FindingsFeed } from "../../findings-feed";
import { tools } from "../late-parts";
import { GoneDialog } from "./GoneDialog";
import { Highlights } from "./highlights";
import { useFindingLink } from "./useFindingLink";
import type { Change } from "@/api/map-document";
import type { MapSearch } from "../../search";

type Props = { search: MapSearch; onSearch: (search: MapSearch) => void };

function withFinding(search: MapSearch, findings: string | undefined): MapSearch {
  const rest = { ...search };
  delete rest.findings;
  delete rest.fix;
  return findings === undefined ? rest : { ...rest, findings };
}

/** Follows the map on the server for as long as it is open: what others do, and what the rules say. */
export function FindingsSession({ search, onSearch }: Props) {
  const editor = useEditor();
  const client = useQueryClient();
  const [gone, setGone] = useState(false);
  const highlights = useMemo(() => new Highlights(editor), [editor]);
  useEffect(() => highlights.start(), [highlights]);
  useEffect(() => {
    const feed = new FindingsFeed(editor, {
      read: (signal) => mapFindingsPages(editor.structure.doc.id, signal),
      onNeeded: () => tools.fetch(),
      onOthers: (change: Change) => {
        const myself = client.getQueryData(sessionQuery.queryKey)?.user?.id;
        if (change.actor_id !== myself) highlights.show(change);
      },
      onGone: () => setGone(true),
    });
    return feed.start();
  }, [editor, client, highlights]);
  useFindingLink(search, (findings) => onSearch(withFinding(search, findings)));
  return gone && <GoneDialog />;
}
