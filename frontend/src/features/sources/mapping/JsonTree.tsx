import { m } from "@/i18n/generated/messages";
import { pointerOf } from "./pointers";
import { isScalar } from "./pointers";
import type { Scalar } from "./pointers";
import styles from "./sample.module.css";

type Pick = (pointer: string, value: Scalar | undefined) => void;
type Props = { value: unknown; path?: readonly (string | number)[]; onPick: Pick };

const mostMembers = 60;

/** A JSON value in which every value and every group is a button that gives its place. */
export function JsonTree({ value, path = [], onPick }: Props) {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value as Record<string, unknown>);
  return (
    <ul className={styles.tree}>
      {entries.slice(0, mostMembers).map(([name, each]) => {
        const place = [...path, name];
        const pointer = pointerOf(place);
        const empty = !isScalar(each) && Object.keys(each as object).length === 0;
        return (
          <li key={name}>
            {isScalar(each) ? (
              <button type="button" className={styles.leaf} onClick={() => onPick(pointer, each)} aria-label={m.sources_use_value({ place: pointer, value: String(each) })}>
                <span className={styles.name}>{name}</span>
                <span className={styles.value} data-kind={each === null ? "null" : typeof each}>
                  {each === null ? "null" : String(each)}
                </span>
              </button>
            ) : (
              <>
                <button type="button" className={styles.leaf} onClick={() => onPick(pointer, undefined)} aria-label={m.sources_use_place({ place: pointer })}>
                  <span className={styles.name}>{name}</span>
                  {empty && <span className={styles.value}>{Array.isArray(each) ? "[ ]" : m.sources_empty_object()}</span>}
                </button>
                {!empty && <JsonTree value={each} path={place} onPick={onPick} />}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
