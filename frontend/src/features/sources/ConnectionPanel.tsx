import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import { sourceFormatsQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { toast } from "@/ui/toast/store";
import { ConnectDetails } from "./ConnectDetails";

/** Where events are sent to, the way to the instructions, and a new secret when the old one got around. */
export function ConnectionPanel({ source, editable }: { source: Source; editable: boolean }) {
  const workspace = useWorkspace();
  const { data: formats } = useQuery(sourceFormatsQuery);
  const { rotate } = useSourceChanges(workspace.id, source.id);
  const [asking, setAsking] = useState(false);
  const from = formats?.find(({ key }) => key === source.format)?.secret_from;
  const rotates = editable && from === "waymark";

  return (
    <Panel
      title={m.sources_connection()}
      actions={
        <>
          {rotates && (
            <Button icon={<RefreshCw size={14} aria-hidden />} onClick={() => setAsking(true)}>
              {m.sources_rotate()}
            </Button>
          )}
          <LinkButton to="/w/$slug/sources/$sourceId/connect" params={{ slug: workspace.slug, sourceId: source.id }}>
            {m.sources_how_to_connect()}
          </LinkButton>
        </>
      }
    >
      <ConnectDetails source={source} editable={editable} />
      <ConfirmDialog
        open={asking}
        title={m.sources_rotate_title()}
        description={m.sources_rotate_hint()}
        confirmLabel={m.sources_rotate()}
        busy={rotate.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          rotate.mutate(
            { revision: source.revision },
            {
              onError: (error) => toast({ message: problemText(error), tone: "negative" }),
              onSettled: () => setAsking(false),
            },
          )
        }
      />
    </Panel>
  );
}
