import { useState } from "react";
import { useMapChanges } from "@/api/maps";
import type { MapSummary } from "@/api/maps";
import type { Member } from "@/api/members";
import type { Persona } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { toast } from "@/ui/toast/store";
import styles from "./GalleryScreen.module.css";
import { MapCard } from "./MapCard";
import { RenameDialog } from "./RenameDialog";

type Props = {
  workspaceId: string;
  maps: readonly MapSummary[];
  personas: readonly Persona[];
  members: readonly Member[];
  editable: boolean;
};

const complain = (error: Error) => toast({ message: problemText(error), tone: "negative" });

export function MapGrid({ workspaceId, maps, personas, members, editable }: Props) {
  const { rename, duplicate, remove } = useMapChanges(workspaceId);
  const [renaming, setRenaming] = useState<MapSummary | null>(null);
  const [deleting, setDeleting] = useState<MapSummary | null>(null);
  const nameOf = (userId: string | null) => members.find((member) => member.user_id === userId)?.name;

  return (
    <>
      <ul className={styles.grid}>
        {maps.map((map) => (
          <MapCard
            key={map.id}
            map={map}
            personas={personas}
            ownerName={nameOf(map.owner_id)}
            editable={editable}
            onRename={() => setRenaming(map)}
            onDuplicate={() =>
              duplicate.mutate({ map, title: m.gallery_copy_of({ title: map.title }) }, {
                onSuccess: () => toast({ message: m.gallery_duplicated({ title: map.title }) }),
                onError: complain,
              })
            }
            onDelete={() => setDeleting(map)}
          />
        ))}
      </ul>
      {renaming && (
        <RenameDialog
          title={renaming.title}
          onClose={() => setRenaming(null)}
          onRename={(title) => {
            setRenaming(null);
            rename.mutate({ map: renaming, title }, { onError: complain });
          }}
        />
      )}
      <ConfirmDialog
        open={deleting !== null}
        title={m.gallery_delete_title({ title: deleting?.title ?? "" })}
        description={m.gallery_delete_hint()}
        confirmLabel={m.gallery_delete_confirm()}
        busy={remove.isPending}
        onCancel={() => setDeleting(null)}
        onConfirm={() => {
          if (!deleting) return;
          remove.mutate(deleting, {
            onSuccess: () => toast({ message: m.gallery_deleted({ title: deleting.title }) }),
            onError: complain,
            onSettled: () => setDeleting(null),
          });
        }}
      />
    </>
  );
}
