import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../../context";
import styles from "./badge.module.css";

/** `of`: what its findings point at, see model/findings/places.ts. */
type Props = { of: string; also?: string | undefined; spot: "corner" | "edge" | "face" | "row" };

/** Says quietly that something is said of a thing, and opens it. Pressed through the grid's own listener, see acts.ts. */
export function FindingBadge({ of, also, spot }: Props) {
  const own = useSnapshot((state) => state.findings?.marks.get(of));
  const other = useSnapshot((state) => (also === undefined ? undefined : state.findings?.marks.get(also)));
  const mark = own ?? other;
  if (mark === undefined) return null;
  const worst = own !== undefined && other !== undefined && other.worst !== "advice" ? other.worst : mark.worst;
  const count = (own?.count ?? 0) + (other?.count ?? 0);
  const label = m.findings_count({ count });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.badge}
      data-spot={spot}
      data-severity={worst}
      data-act="findings"
      data-of={own === undefined ? also : of}
      aria-label={label}
      title={label}
      data-print="hide"
    >
      <i />
    </button>
  );
}
