import { useNavigate } from "@tanstack/react-router";
import { Archive, FileUp, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import type { Source } from "@/api/sources";
import { usedByText } from "@/api/used-by";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { MoreMenu } from "@/ui/MoreMenu";
import type { MenuAction } from "@/ui/menu-entries";
import { toast } from "@/ui/toast/store";
import { RenameSourceDialog } from "./RenameSourceDialog";

const nativeFormat = "waymark";

type Asking = "rename" | "retire" | "delete" | null;

/** Rename, pause, retire, delete. */
export function SourceMenu({ source }: { source: Source }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { update, remove } = useSourceChanges(workspace.id, source.id);
  const [asking, setAsking] = useState<Asking>(null);
  const { revision, state } = source;
  const complain = (error: Error) => toast({ message: usedByText(error) ?? problemText(error), tone: "negative" });
  const setState = (next: Source["state"]) =>
    update.mutate({ revision, set: { state: next } }, { onError: complain, onSettled: () => setAsking(null) });

  const bringIn: MenuAction = {
    id: "import",
    label: m.imports_new(),
    icon: <FileUp size={15} aria-hidden />,
    onAction: () => void navigate({ to: "/w/$slug/sources/imports", params: { slug: workspace.slug }, search: { source: source.id } }),
  };
  const pause: MenuAction = { id: "pause", label: m.sources_pause(), icon: <Pause size={15} aria-hidden />, onAction: () => setState("paused") };
  const resume: MenuAction = { id: "resume", label: m.sources_resume(), icon: <Play size={15} aria-hidden />, onAction: () => setState("active") };
  const retire: MenuAction = { id: "retire", label: m.sources_retire(), icon: <Archive size={15} aria-hidden />, onAction: () => setAsking("retire") };

  return (
    <>
      <MoreMenu
        outlined
        entries={[
          { id: "rename", label: m.common_rename(), icon: <Pencil size={15} aria-hidden />, onAction: () => setAsking("rename") },
          ...(source.format === nativeFormat && state !== "retired" ? [bringIn] : []),
          state === "active" ? pause : resume,
          ...(state === "retired" ? [] : [retire]),
          { id: "delete", label: m.sources_delete(), icon: <Trash2 size={15} aria-hidden />, danger: true, onAction: () => setAsking("delete") },
        ]}
      />
      {asking === "rename" && <RenameSourceDialog source={source} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "retire"}
        title={m.sources_retire_title({ name: source.name })}
        description={m.sources_retire_hint()}
        confirmLabel={m.sources_retire()}
        busy={update.isPending}
        onCancel={() => setAsking(null)}
        onConfirm={() => setState("retired")}
      />
      <ConfirmDialog
        open={asking === "delete"}
        title={m.sources_delete_title({ name: source.name })}
        description={m.sources_delete_hint()}
        confirmLabel={m.sources_delete()}
        busy={remove.isPending}
        onCancel={() => setAsking(null)}
        onConfirm={() =>
          remove.mutate(revision, {
            onSuccess: () => void navigate({ to: "/w/$slug/sources", params: { slug: workspace.slug } }),
            onError: complain,
            onSettled: () => setAsking(null),
          })
        }
      />
    </>
  );
}
