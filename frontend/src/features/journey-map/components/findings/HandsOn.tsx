import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { FindingAction } from "@/ui/findings/FindingAction";
import item from "@/ui/findings/finding.module.css";
import { useEditor } from "../../context";
import { wayOn } from "./hands-on";
import type { Finding } from "@/api/findings";

/** What a person can do about a finding that mends itself by no click: it takes them to the place, ready to write. */
export function HandsOn({ finding }: { finding: Finding }) {
  const editor = useEditor();
  const { slug } = useWorkspace();
  const { subject } = finding;
  switch (subject.kind) {
    case "persona":
      return (
        <Link className={item.action} to="/w/$slug/personas/$personaId" params={{ slug, personaId: subject.id }}>
          {m.findings_do_persona()}
        </Link>
      );
    case "touchpoint":
      return (
        <Link className={item.action} to="/w/$slug/touchpoints/$touchpointId" params={{ slug, touchpointId: subject.id }}>
          {m.findings_do_touchpoint()}
        </Link>
      );
    case "source":
      return (
        <Link className={item.action} to="/w/$slug/sources/$sourceId" params={{ slug, sourceId: subject.id }}>
          {m.findings_do_source()}
        </Link>
      );
    default: {
      const way = editor.canEdit ? wayOn(editor, finding) : null;
      return way && <FindingAction onClick={way.run}>{way.label}</FindingAction>;
    }
  }
}
