import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useDeletePersona } from "@/api/personas";
import type { Persona } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import { usedByText } from "@/api/used-by";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { MoreMenu } from "@/ui/MoreMenu";
import { toast } from "@/ui/toast/store";

export function PersonaMenu({ persona }: { persona: Persona }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const remove = useDeletePersona(workspace.id);
  const [asking, setAsking] = useState(false);

  const confirm = () =>
    remove.mutate(persona, {
      onSuccess: () => {
        toast({ message: m.personas_deleted({ name: persona.name }) });
        void navigate({ to: "/w/$slug/personas", params: { slug: workspace.slug } });
      },
      onError: (error) => toast({ message: usedByText(error) ?? problemText(error), tone: "negative" }),
      onSettled: () => setAsking(false),
    });

  return (
    <>
      <MoreMenu
        outlined
        entries={[
          {
            id: "delete",
            label: m.personas_delete(),
            icon: <Trash2 size={15} aria-hidden />,
            danger: true,
            onAction: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asking}
        title={m.personas_delete_title({ name: persona.name })}
        description={m.personas_delete_hint()}
        confirmLabel={m.personas_delete()}
        busy={remove.isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
