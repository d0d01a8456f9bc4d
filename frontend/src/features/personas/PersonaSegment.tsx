import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { personaSegmentQuery, traitsQuery } from "@/api/segments";
import type { PersonaSegment as Counted, Trait } from "@/api/segments";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { formatCount } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import listStyles from "@/ui/ListEditor.module.css";
import { TextField } from "@/ui/TextField";
import type { PartProps } from "./part";
import styles from "./PersonaSegment.module.css";
import screenStyles from "./PersonaScreen.module.css";
import { conditionsOf, hasValue, withValue, written } from "./segment";
import type { WrittenCondition } from "./segment";

type Props = PartProps & { revision: number };

const suggested = 6;

/** Which customers are like this persona, by what is known of them, and how many that are. */
export function PersonaSegment({ persona, edit, readOnly, revision }: Props) {
  const workspace = useWorkspace();
  const { data: traits = [] } = useQuery({ ...traitsQuery(workspace.id), enabled: !readOnly });
  const { data: counted } = useQuery({ ...personaSegmentQuery(persona.id, revision), placeholderData: (before) => before });
  const names = useId();
  // Lines without a trait exist only here; whoever keeps the segment never hears of them.
  const [typed, setTyped] = useState<readonly WrittenCondition[] | null>(null);
  const rows = typed ?? persona.segment.map(written);
  const change = (next: readonly WrittenCondition[]) => {
    setTyped(next);
    edit({ segment: conditionsOf(next) });
  };

  return (
    <section className={screenStyles.panel} aria-label={m.personas_segment()} data-field="segment">
      <h2 className={screenStyles.heading}>{m.personas_segment()}</h2>
      {readOnly ? (
        <ul className={styles.said}>
          {persona.segment.map(({ trait, values = [] }, index) => (
            <li key={index}>{values.length === 0 ? m.personas_segment_any({ trait }) : m.personas_segment_one_of({ trait, values: values.join(", ") })}</li>
          ))}
        </ul>
      ) : (
        <ul className={styles.rows} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyped(null)}>
          {rows.map((row, index) => (
            <Row
              key={index}
              row={row}
              trait={traits.find(({ name }) => name === row.trait)}
              names={names}
              onChange={(next) => change(rows.with(index, next))}
              onRemove={() => change(rows.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <datalist id={names}>
        {traits.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {!readOnly && (
        <button type="button" className={listStyles.add} data-opens="" onClick={() => setTyped([...rows, { trait: "", values: "" }])}>
          <Plus size={13} aria-hidden />
          {m.personas_segment_add()}
        </button>
      )}
      <Matched counted={counted} empty={persona.segment.length === 0} />
    </section>
  );
}

type RowProps = {
  row: WrittenCondition;
  trait: Trait | undefined;
  names: string;
  onChange: (row: WrittenCondition) => void;
  onRemove: () => void;
};

function Row({ row, trait, names, onChange, onRemove }: RowProps) {
  return (
    <li className={styles.row}>
      <TextField
        label={m.personas_segment_trait()}
        value={row.trait}
        onChange={(name) => onChange({ ...row, trait: name })}
        list={names}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        className={styles.trait}
      />
      <TextField
        label={m.personas_segment_values()}
        value={row.values}
        onChange={(values) => onChange({ ...row, values })}
        placeholder={m.personas_segment_any_value()}
        spellCheck={false}
        maxLength={2000}
        className={styles.values}
      />
      <IconButton label={m.common_remove_item({ item: row.trait || m.personas_segment_condition() })} size={28} tooltip={false} className={styles.remove} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
      {trait && trait.values.length > 0 && (
        <div className={styles.likely} role="group" aria-label={m.personas_segment_likely({ trait: trait.name })}>
          {trait.values.slice(0, suggested).map(({ value, customers }) => (
            <button key={value} type="button" aria-pressed={hasValue(row.values, value)} onClick={() => onChange({ ...row, values: withValue(row.values, value) })}>
              {value}
              <span>{formatCount(customers)}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function Matched({ counted, empty }: { counted: Counted | undefined; empty: boolean }) {
  if (!counted) return null;
  if (counted.known === 0) return <p className={styles.matched}>{m.personas_segment_nobody_known()}</p>;
  if (empty) return <p className={styles.matched}>{m.personas_segment_empty({ count: counted.known })}</p>;
  const share = counted.matched / counted.known;
  return (
    <div className={styles.matched}>
      <p>
        <b>{formatCount(counted.matched)}</b>{" "}
        {m.personas_segment_of({ known: formatCount(counted.known), share: Math.round(share * 100) })}
      </p>
      <span className={styles.share} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}
