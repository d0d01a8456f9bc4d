import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/sources";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { formatMoment } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { toast } from "@/ui/toast/store";
import { ConnectDetails } from "./ConnectDetails";

/** How to send events here, and a new secret when the old one got around. */
export function ConnectPanel({ source, editable }: { source: Source; editable: boolean }) {
  const workspace = useWorkspace();
  const { rotate } = useSourceChanges(workspace.id, source.id);
  const [asking, setAsking] = useState(false);
  const until = source.previous_secret_until;

  return (
    <Panel
      title={m.sources_connect()}
      description={
        until
          ? m.sources_secret_state_rotating({ hint: source.secret_hint, until: formatMoment(until) })
          : m.sources_secret_state({ hint: source.secret_hint })
      }
      actions={
        editable && (
          <Button icon={<RefreshCw size={14} aria-hidden />} onClick={() => setAsking(true)}>
            {m.sources_rotate()}
          </Button>
        )
      }
    >
      <ConnectDetails source={source} secret={rotate.data?.secret ?? null} />
      <ConfirmDialog
        open={asking}
        title={m.sources_rotate_title()}
        description={m.sources_rotate_hint()}
        confirmLabel={m.sources_rotate()}
        busy={rotate.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          rotate.mutate(source.revision, {
            onError: (error) => toast({ message: problemText(error), tone: "negative" }),
            onSettled: () => setAsking(false),
          })
        }
      />
    </Panel>
  );
}
