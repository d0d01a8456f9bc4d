import { memo, useState } from "react";
import { useMapChanges } from "@/api/maps";
import type { MapSummary } from "@/api/maps";
import type { Member } from "@/api/members";
import type { Persona } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import type { MapScore } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { toast } from "@/ui/toast/store";
import styles from "./GalleryScreen.module.css";
import { MapCard } from "./MapCard";
import { RenameDialog } from "./RenameDialog";

type Props = {
  workspaceId: string;
  maps: readonly MapSummary[];
  /** What they were found by. */
  search: string;
  personas: readonly Persona[];
  members: readonly Member[];
  /** By the id of the map; undefined until they are known. */
  scores: ReadonlyMap<string, MapScore> | undefined;
  editable: boolean;
  onDelete: (map: MapSummary) => void;
};

const complain = (error: Error) => toast({ message: problemText(error), tone: "negative" });

export const MapGrid = memo(function MapGrid({ workspaceId, maps, search, personas, members, scores, editable, onDelete }: Props) {
  const { rename, duplicate } = useMapChanges(workspaceId);
  const [renaming, setRenaming] = useState<MapSummary | null>(null);
  // The card that takes the focus over from one that was deleted.
  const [focused, setFocused] = useState<string>();
  const list = useGrowing(maps.length, { of: search });
  const nameOf = (userId: string | null) => members.find((member) => member.user_id === userId)?.name;

  return (
    <>
      <LongList {...list} endless>
        <ul className={styles.grid}>
          {maps.slice(0, list.shown).map((map, index) => (
            <MapCard
              key={map.id}
              map={map}
              personas={personas}
              ownerName={nameOf(map.owner_id)}
              score={scores?.get(map.id)}
              editable={editable}
              takesFocus={map.id === focused}
              onRename={() => setRenaming(map)}
              onDuplicate={() =>
                duplicate.mutate({ map, title: m.gallery_copy_of({ title: map.title }) }, {
                  onSuccess: () => toast({ message: m.gallery_duplicated({ title: map.title }) }),
                  onError: complain,
                })
              }
              onDelete={() => {
                setFocused((maps[index + 1] ?? maps[index - 1])?.id);
                onDelete(map);
              }}
            />
          ))}
        </ul>
      </LongList>
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
    </>
  );
});
