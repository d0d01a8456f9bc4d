import { MapPin, Workflow } from "lucide-react";
import type { QuarantinedItem } from "@/api/deliveries";
import { problemText } from "@/api/problem-text";
import { nameFromKey } from "@/api/touchpoint-names";
import { useTouchpointChanges } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { toast } from "@/ui/toast/store";
import styles from "./Quarantine.module.css";

type Props = { item: QuarantinedItem; /** The missing touchpoint is there now. */ onMade: () => void };

/** What mends the reason: the missing touchpoint, or the mapping with this very item beside it. */
export function Fix({ item, onMade }: Props) {
  const workspace = useWorkspace();
  const { create } = useTouchpointChanges(workspace.id);
  const key = item.touchpoint_key;
  const name = nameFromKey(key);
  return (
    <div className={styles.fix}>
      {key !== "" && (
        <Button
          icon={<MapPin size={14} aria-hidden />}
          busy={create.isPending}
          onClick={() =>
            create.mutate(
              { name, key },
              { onSuccess: onMade, onError: (error) => toast({ message: problemText(error), tone: "negative" }) },
            )
          }
        >
          {m.sources_fix_make({ name })}
        </Button>
      )}
      <LinkButton
        to="/w/$slug/sources/$sourceId/mapping"
        params={{ slug: workspace.slug, sourceId: item.source_id }}
        search={{ item: `${item.delivery_id}/${item.position}` }}
        icon={<Workflow size={14} aria-hidden />}
      >
        {m.sources_fix_mapping()}
      </LinkButton>
    </div>
  );
}
