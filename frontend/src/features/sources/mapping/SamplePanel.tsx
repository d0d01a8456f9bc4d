import { useQuery } from "@tanstack/react-query";
import { Inbox, MousePointerClick } from "lucide-react";
import { problemText } from "@/api/problem-text";
import type { PreviewedItem } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { outcomes } from "../labels";
import { JsonTree } from "./JsonTree";
import { usePicking } from "./picking";
import type { Scalar } from "./pointers";
import styles from "./sample.module.css";
import { SampleFacts } from "./SampleFacts";
import { countOutcomes } from "./samples";
import type { Sample } from "./samples";

type Props = {
  samples: readonly Sample[] | undefined;
  changed: ReadonlyMap<string, PreviewedItem>;
  error: Error | null;
  onRetry: () => void;
  openKey: string | null;
  setOpenKey: (key: string | null) => void;
  /** What a click makes when no field waits for it. */
  onNewRule: (pointer: string, value: Scalar | undefined) => void;
  /** An item was asked for that is not among the last ones. */
  missing: boolean;
};

const order: readonly PreviewedItem["outcome"][] = ["accepted", "identified", "ignored", "quarantined"];

/** The last items that came, and what each would become. */
export function SamplePanel({ samples, changed, error, onRetry, openKey, setOpenKey, onNewRule, missing }: Props) {
  const { active } = usePicking();
  const counts = countOutcomes(samples?.map(({ previewed }) => previewed) ?? []);
  const pick = (pointer: string, value: Scalar | undefined) => (active ? active.pick(pointer, value) : onNewRule(pointer, value));
  return (
    <section className={styles.panel} aria-label={m.sources_sample()}>
      <header className={styles.head}>
        <h2>{m.sources_sample()}</h2>
        <p role="status" className={styles.counts}>
          {order
            .filter((outcome) => counts.has(outcome))
            .map((outcome) => (
              <Badge key={outcome} tone={outcomes[outcome].tone} dot>
                {m.sources_outcome_count({ count: counts.get(outcome) ?? 0, outcome: outcomes[outcome].label() })}
              </Badge>
            ))}
        </p>
        {samples && samples.length > 0 && (
          <p className={styles.tip} data-active={active !== null}>
            <MousePointerClick size={14} aria-hidden />
            {active ? m.sources_pick_for({ field: active.label }) : m.sources_pick_new()}
          </p>
        )}
        {missing && <p className={styles.tip}>{m.sources_sample_missing()}</p>}
      </header>
      <div className={styles.scroll}>
        {error && <ErrorState description={problemText(error)} onRetry={onRetry} />}
        {!error && !samples && (
          <Loading className={styles.loading}>
            <Skeleton height={56} radius={8} />
            <Skeleton height={56} radius={8} />
            <Skeleton height={56} radius={8} />
          </Loading>
        )}
        {samples?.length === 0 && (
          <EmptyState art={<Inbox size={28} strokeWidth={1.5} />} title={m.sources_sample_empty()} description={m.sources_sample_empty_hint()} />
        )}
        {samples && samples.length > 0 && (
          <ul className={styles.items}>
            {samples.map((sample) => (
              <SampleRow
                key={sample.key}
                sample={sample}
                was={changed.get(sample.key)}
                open={sample.key === openKey}
                onToggle={() => setOpenKey(sample.key === openKey ? null : sample.key)}
                onPick={pick}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

type RowProps = {
  sample: Sample;
  was: PreviewedItem | undefined;
  open: boolean;
  onToggle: () => void;
  onPick: (pointer: string, value: Scalar | undefined) => void;
};

function SampleRow({ sample: { previewed, content }, was, open, onToggle, onPick }: RowProps) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const nameOf = ({ touchpoint_id, touchpoint_name }: PreviewedItem) => touchpoints?.find(({ id }) => id === touchpoint_id)?.name ?? touchpoint_name;
  const { outcome, detail } = previewed;
  const name = nameOf(previewed);
  const isNew = outcome === "accepted" && previewed.touchpoint_id === null;
  return (
    <li className={styles.item} data-open={open} data-changed={was !== undefined}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
        <Badge tone={outcomes[outcome].tone} dot>
          {outcomes[outcome].label()}
        </Badge>
        <span className={styles.meaning}>
          {name && (
            <span className={styles.touchpoint}>
              {name}
              {isNew && <span className={styles.new}>{m.sources_sample_new()}</span>}
            </span>
          )}
          {detail && <span className={styles.detail}>{detail}</span>}
          {was && (
            <span className={styles.was}>
              {m.sources_sample_was({ before: nameOf(was) || outcomes[was.outcome].label() })}
            </span>
          )}
          <SampleFacts item={previewed} />
        </span>
      </button>
      {open && (
        <div className={styles.content}>
          {typeof content === "object" && content !== null ? (
            <JsonTree value={content} onPick={onPick} />
          ) : (
            <>
              <p className={styles.tip}>{m.sources_sample_cut()}</p>
              <pre className={styles.cut}>{previewed.item}</pre>
            </>
          )}
        </div>
      )}
    </li>
  );
}
