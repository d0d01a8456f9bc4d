import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { memo, useId } from "react";
import { mapScoresQuery } from "@/api/workspace-findings";
import type { FindingsFilter, FindingSubjectSummary } from "@/api/workspace-findings";
import { membersQuery } from "@/api/members";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Avatar } from "@/ui/Avatar";
import { QualityRing } from "@/ui/findings/QualityRing";
import { SeverityCounts } from "@/ui/findings/SeverityCounts";
import { formatDay } from "@/ui/format";
import styles from "./attention.module.css";
import { GroupFindings } from "./GroupFindings";
import { kindIcons, kindLabels } from "./labels";
import { MapTrend } from "./MapTrend";
import { placeOf } from "./places";

type Props = {
  thing: FindingSubjectSummary;
  filter: FindingsFilter;
  open: boolean;
  onToggle: (id: string) => void;
  /** One below the heading that it stands under. */
  heading: "h2" | "h3";
};

/** One map, persona, touchpoint or source; unfolded, what was found of it. */
export const SubjectGroup = memo(function SubjectGroup({ thing, filter, open, onToggle, heading: Heading }: Props) {
  const { subject, counts, owner_id, reviewed_on } = thing;
  const workspace = useWorkspace();
  const { data: members } = useQuery(membersQuery(workspace.id));
  const owner = members?.find(({ user_id }) => user_id === owner_id);
  const findings = useId();

  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={open ? findings : undefined}
          aria-label={m.attention_findings_of({ title: subject.title })}
          onClick={() => onToggle(subject.id)}
        >
          <ChevronRight size={16} aria-hidden />
        </button>
        <Emblem thing={thing} />
        <div className={styles.names}>
          <Heading>
            <Link {...placeOf(subject, workspace.slug)}>{subject.title}</Link>
          </Heading>
          <p>
            <span>{kindLabels[subject.kind]()}</span>
            {reviewed_on && <span>{m.attention_reviewed({ day: formatDay(reviewed_on) })}</span>}
          </p>
        </div>
        {open && subject.kind === "map" && <MapTrend mapId={subject.id} />}
        <SeverityCounts counts={counts} />
        {owner ? (
          <span className={styles.owner} title={m.attention_owned_by({ name: owner.name })}>
            <Avatar name={owner.name} size={24} />
            <span className="visually-hidden">{m.attention_owned_by({ name: owner.name })}</span>
          </span>
        ) : (
          <span className={styles.owner} />
        )}
      </div>
      {open && <GroupFindings id={findings} thing={thing} filter={filter} />}
    </li>
  );
});

function Emblem({ thing: { subject } }: { thing: FindingSubjectSummary }) {
  const workspace = useWorkspace();
  const isMap = subject.kind === "map";
  const { data: scores } = useQuery({ ...mapScoresQuery(workspace.id), enabled: isMap });
  const score = scores?.get(subject.id)?.score;
  if (isMap && score !== undefined) return <QualityRing score={score} />;
  const Icon = kindIcons[subject.kind];
  return (
    <span className={styles.emblem} aria-hidden>
      <Icon size={16} strokeWidth={1.75} />
    </span>
  );
}
