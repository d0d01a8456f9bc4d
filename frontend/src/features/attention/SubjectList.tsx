import { useCallback, useId, useState } from "react";
import type { ReactNode } from "react";
import type { FindingsFilter, FindingSubjectSummary } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import styles from "./attention.module.css";
import { SubjectGroup } from "./SubjectGroup";

type Props = { things: readonly FindingSubjectSummary[]; filter: FindingsFilter };

const openAtFirst = 3;

/** The things, the most urgent first; the first ones are unfolded. */
export function SubjectList({ things, filter }: Props) {
  // What is unfolded stays so, whatever moves up when something is mended.
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(things.slice(0, openAtFirst).map(({ subject }) => subject.id)));
  const toggle = useCallback((id: string) => {
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const stale = things.filter((thing) => thing.stale);
  const others = things.filter((thing) => !thing.stale);
  const list = (some: readonly FindingSubjectSummary[], heading: "h2" | "h3") => (
    <ul className={styles.list}>
      {some.map((thing) => (
        <SubjectGroup
          key={thing.subject.id}
          thing={thing}
          filter={filter}
          heading={heading}
          open={open.has(thing.subject.id)}
          onToggle={toggle}
        />
      ))}
    </ul>
  );
  if (stale.length === 0) return list(others, "h2");
  return (
    <>
      <Section title={m.attention_stale()}>{list(stale, "h3")}</Section>
      {others.length > 0 && <Section title={m.attention_others()}>{list(others, "h3")}</Section>}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
