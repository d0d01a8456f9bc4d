import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Touchpoint } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { MoreMenu } from "@/ui/MoreMenu";
import { useTouchpointEdit } from "./useTouchpointEdit";

/** What can be done with a touchpoint beyond editing it; `outlined` in a top bar. */
export function TouchpointMenu({ touchpoint, outlined = false }: { touchpoint: Touchpoint; outlined?: boolean }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { remove, removing } = useTouchpointEdit(touchpoint);
  const [asking, setAsking] = useState(false);

  const confirm = () =>
    remove({
      onSuccess: () => void navigate({ to: "/w/$slug/touchpoints", params: { slug: workspace.slug } }),
      onSettled: () => setAsking(false),
    });

  return (
    <>
      <MoreMenu
        label={m.touchpoints_actions_of({ name: touchpoint.name })}
        outlined={outlined}
        entries={[
          {
            id: "delete",
            label: m.common_delete(),
            icon: <Trash2 size={15} aria-hidden />,
            danger: true,
            onAction: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        title={m.touchpoints_delete_title({ name: touchpoint.name })}
        description={m.touchpoints_delete_hint()}
        confirmLabel={m.touchpoints_delete()}
        busy={removing}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
