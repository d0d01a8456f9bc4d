import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../../context";
import { hasMeasures } from "../../model/measures";
import { formatShort } from "../format";
import styles from "./header.module.css";
import type { Id } from "../../model/document";

/** How many customers were seen in a stage; in words where there is room. */
export function StageCount({ stageId, wide }: { stageId: Id; wide: boolean }) {
  const customers = useSnapshot((state) =>
    hasMeasures(state.measures) ? state.measures.stages.find((one) => one.stage_id === stageId)?.customers : undefined,
  );
  const isFirst = useSnapshot((state) => state.structure.stages[0]?.id === stageId);
  if (customers === undefined || customers === 0) return null;
  const count = formatShort(customers);
  return <small className={styles.stageCount}>{isFirst && wide ? m.map_people({ count }) : count}</small>;
}
