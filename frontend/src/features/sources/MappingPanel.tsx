import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { sourceFormatsQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { guideOf } from "./formats";

/** Whose mapping the source has, and the way to change it. */
export function MappingPanel({ source, editable }: { source: Source; editable: boolean }) {
  const workspace = useWorkspace();
  const { data: formats } = useQuery(sourceFormatsQuery);
  const format = formats?.find(({ key }) => key === source.format);
  const name = format?.name ?? source.format;
  const rules = (source.mapping ?? format?.mapping)?.rules?.length ?? 0;
  return (
    <Panel
      title={m.sources_mapping()}
      description={
        source.mapping ? m.sources_mapping_own({ count: rules }) : m.sources_mapping_preset({ count: rules, format: name })
      }
      actions={
        editable && (
          <LinkButton
            to="/w/$slug/sources/$sourceId/mapping"
            params={{ slug: workspace.slug, sourceId: source.id }}
            icon={<SlidersHorizontal size={14} aria-hidden />}
          >
            {m.sources_edit_mapping()}
          </LinkButton>
        )
      }
    >
      <p>{guideOf(source.format).summary()}</p>
    </Panel>
  );
}
