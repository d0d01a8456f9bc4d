import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { deferDeletion } from "@/api/map-deletion";
import { mapsQuery } from "@/api/maps";
import type { MapSummary } from "@/api/maps";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { useCommands } from "@/ui/commands/store";
import { dismissToast, toast } from "@/ui/toast/store";

/** Deletes a map without asking and offers to take it back: in the notice, by Ctrl+Z and in the palette. */
export function useMapDeletion(workspaceId: string): (map: MapSummary) => void {
  const client = useQueryClient();
  const [last, setLast] = useState<{ title: string; undo: () => void } | null>(null);

  useCommands(
    useMemo(
      () =>
        last
          ? [
              {
                id: "undo-map-deletion",
                label: m.gallery_undo_deletion({ title: last.title }),
                section: m.shell_maps(),
                shortcut: "Mod+Z",
                run: last.undo,
              },
            ]
          : [],
      [last],
    ),
  );

  return useCallback(
    (map: MapSummary) => {
      const { title } = map;
      const { queryKey } = mapsQuery(workspaceId);
      const deletion = deferDeletion(client, queryKey, map, (error) =>
        toast({ message: m.gallery_not_deleted({ title, reason: problemText(error) }), tone: "negative" }),
      );
      const forget = () => setLast((now) => (now === offer ? null : now));
      const takeBack = () => {
        forget();
        deletion.undo();
      };
      const notice = toast({
        message: m.gallery_deleted({ title }),
        action: { label: m.common_undo(), run: takeBack },
        onClose: () => {
          forget();
          deletion.send();
        },
      });
      const offer = {
        title,
        undo: () => {
          takeBack();
          dismissToast(notice);
        },
      };
      setLast(offer);
    },
    [client, workspaceId],
  );
}
