import { useQuery } from "@tanstack/react-query";
import { Plus, ShieldCheck } from "lucide-react";
import { mapsQuery } from "@/api/maps";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { isNarrow } from "./search";
import type { AttentionSearch } from "./search";

type Props = { search: AttentionSearch; onShowAll: () => void };

/** Why nothing is listed: nothing fits, nothing was dismissed, all is well, or no map is there yet. */
export function NothingHere({ search, onShowAll }: Props) {
  const workspace = useWorkspace();
  const { data: maps } = useQuery(mapsQuery(workspace.id));
  if (isNarrow(search)) {
    return <EmptyState title={m.attention_nothing_found()} actions={<Button onClick={onShowAll}>{m.attention_show_all()}</Button>} />;
  }
  if (search.state === "dismissed") {
    return <EmptyState title={m.attention_nothing_dismissed()} description={m.attention_nothing_dismissed_hint()} />;
  }
  const noMaps = maps?.length === 0;
  return (
    <EmptyState
      art={<ShieldCheck size={32} strokeWidth={1.25} color="var(--positive)" />}
      title={m.attention_all_well()}
      description={noMaps ? m.attention_no_maps_hint() : m.attention_all_well_hint()}
      actions={
        noMaps &&
        canEdit(workspace) && (
          <LinkButton look="primary" icon={<Plus size={14} aria-hidden />} to="/w/$slug/new" params={{ slug: workspace.slug }}>
            {m.gallery_new_map()}
          </LinkButton>
        )
      }
    />
  );
}
