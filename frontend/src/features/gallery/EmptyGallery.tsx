import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { GhostMap } from "./GhostMap";

export function EmptyGallery({ editable, slug }: { editable: boolean; slug: string }) {
  return (
    <EmptyState
      art={<GhostMap />}
      title={m.gallery_empty_title()}
      description={editable ? m.gallery_empty_hint() : m.gallery_empty_hint_viewer()}
      actions={
        editable && (
          <>
            <LinkButton look="primary" to="/w/$slug/new" params={{ slug }}>
              {m.gallery_start_from_template()}
            </LinkButton>
            <LinkButton to="/w/$slug/personas" params={{ slug }}>
              {m.gallery_start_with_persona()}
            </LinkButton>
            <LinkButton to="/w/$slug/sources" params={{ slug }}>
              {m.gallery_start_with_source()}
            </LinkButton>
          </>
        )
      }
    />
  );
}

export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title={m.gallery_nothing_found()}
      description={m.gallery_nothing_found_hint()}
      actions={<Button onClick={onClear}>{m.gallery_clear_filters()}</Button>}
    />
  );
}
