import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { mapQualityQuery } from "@/api/findings";
import { m } from "@/i18n/generated/messages";
import { Skeleton } from "@/ui/Skeleton";
import { QualityRing } from "@/ui/findings/QualityRing";
import { useEditor, useSnapshot } from "../../context";
import { backedCards } from "../../model/findings/places";
import { QualityHistory } from "./QualityHistory";
import styles from "./quality.module.css";
import type { MapQuality } from "@/api/findings";
import type { LaneKind } from "../../model/document";
import type { Findings } from "../../model/findings/findings";

/** Cards that are claims about customers: rule LAN005 asks them for evidence. */
const CLAIMS: ReadonlySet<LaneKind> = new Set<LaneKind>(["pain_points", "thoughts", "questions", "expectations"]);
/** Looking at a month of a large map costs the server something. */
const AGAIN_AFTER_MS = 2_000;

/** How good the map is drawn, in one figure, and what that figure is made of. */
export function QualityHead({ findings }: { findings: Findings }) {
  const editor = useEditor();
  const client = useQueryClient();
  const query = mapQualityQuery(editor.structure.doc.id);
  const { data, isError } = useQuery(query);
  const [explained, setExplained] = useState(false);
  const details = useId();
  useEffect(() => {
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: query.queryKey }), AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the query is another object at every turn
  }, [client, findings]);
  if (isError && data === undefined) return null;
  return (
    <section className={styles.quality} aria-label={m.findings_quality()}>
      <div className={styles.head}>
        {data === undefined ? <Skeleton width={40} height={40} radius={20} /> : <QualityRing score={data.score} size={40} />}
        <div className={styles.words}>
          <h3>{m.findings_quality()}</h3>
          <Facts findings={findings} />
        </div>
      </div>
      {data !== undefined && (
        <>
          <button
            type="button"
            className={styles.more}
            aria-expanded={explained}
            aria-controls={explained ? details : undefined}
            onClick={() => setExplained(!explained)}
          >
            {m.findings_quality_made_of()}
            <ChevronDown size={13} aria-hidden />
          </button>
          {explained && <Parts id={details} quality={data} />}
        </>
      )}
    </section>
  );
}

/** The two sentences that say most: how much is known, and how much of what is drawn is contradicted. */
function Facts({ findings }: { findings: Findings }) {
  const structure = useSnapshot((state) => state.structure);
  const { backed, all } = backedCards(structure, CLAIMS);
  const disagreements = findings.rules.reduce((sum, { topic, count }) => (topic === "disagreement" ? sum + count : sum), 0);
  return (
    <p>
      {all > 0 && <span>{m.findings_fact_backed({ backed, all })} </span>}
      <span>{m.findings_fact_disagree({ count: disagreements })}</span>
    </p>
  );
}

function Parts({ id, quality }: { id: string; quality: MapQuality }) {
  return (
    <div id={id} className={styles.parts}>
      <p>{m.findings_quality_text()}</p>
      <ul>
        {quality.topics.map(({ topic, title, score, weight }) => (
          <li key={topic}>
            <span>{title}</span>
            <span className={styles.weight}>{m.findings_quality_weight({ percent: Math.round(weight * 100) })}</span>
            <b>{score}</b>
            <i aria-hidden>
              <i style={{ width: `${score}%` }} />
            </i>
          </li>
        ))}
      </ul>
      <QualityHistory history={quality.history} />
    </div>
  );
}
