import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Touchpoint } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { IconButton } from "@/ui/IconButton";
import { MenuButton } from "@/ui/MenuButton";
import { useTouchpointEdit } from "./useTouchpointEdit";

/** What can be done with a touchpoint beyond editing it; `look` fits it into a row or a top bar. */
export function TouchpointMenu({ touchpoint, look = "quiet" }: { touchpoint: Touchpoint; look?: "quiet" | "outlined" }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { remove, removing } = useTouchpointEdit(touchpoint);
  const [asking, setAsking] = useState(false);
  const label = m.touchpoints_actions_of({ name: touchpoint.name });

  const confirm = () =>
    remove({
      onSuccess: () => void navigate({ to: "/w/$slug/touchpoints", params: { slug: workspace.slug } }),
      onSettled: () => setAsking(false),
    });

  return (
    <>
      <MenuButton
        label={label}
        placement="bottom end"
        entries={[
          {
            id: "delete",
            label: m.common_delete(),
            icon: <Trash2 size={15} aria-hidden />,
            danger: true,
            onAction: () => setAsking(true),
          },
        ]}
      >
        {(trigger) => (
          <IconButton {...trigger} label={label} look={look} size={look === "quiet" ? 28 : 30} tooltip={false}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      </MenuButton>
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
