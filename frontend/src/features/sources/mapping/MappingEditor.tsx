import { Redo2, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { v7 } from "uuid";
import type { Source, SourceFormat } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { useCommands } from "@/ui/commands/store";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { IconButton } from "@/ui/IconButton";
import { Page } from "@/ui/layout/Page";
import { ProblemNote } from "@/ui/ProblemNote";
import { SegmentedControl } from "@/ui/SegmentedControl";
import { addRule, arePlacesComplete, isComplete, newRule } from "./draft";
import styles from "./editor.module.css";
import { PickingContext } from "./picking";
import type { Picker } from "./picking";
import { PlacesPanel } from "./PlacesPanel";
import type { Scalar } from "./pointers";
import { RuleList } from "./RuleList";
import { SamplePanel } from "./SamplePanel";
import { useDraft } from "./useDraft";
import { useLeaving } from "./useLeaving";
import { usePreview } from "./usePreview";
import { useSaving } from "./useSaving";

type Props = { source: Source; format: SourceFormat; item: string | null };
type Part = "rules" | "places";

/** The rules on one side, the last items and what they would become on the other. */
export function MappingEditor({ source, format, item }: Props) {
  const workspace = useWorkspace();
  const mapping = useDraft(source.mapping ?? format.mapping);
  const { draft, edit, dirty, canUndo, canRedo, undo, redo } = mapping;
  const preview = usePreview(source.id, draft);
  const saving = useSaving(source, mapping);
  const [part, setPart] = useState<Part>("rules");
  const [openId, setOpenId] = useState<string | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(item);
  const [active, setActive] = useState<Picker | null>(null);
  const [resetting, setResetting] = useState(false);
  useLeaving(dirty);

  const { places, contents } = preview;
  const picking = useMemo(() => ({ active, setActive, places, items: contents }), [active, places, contents]);
  const changePart = (next: Part) => {
    setPart(next);
    setActive(null);
  };
  const toggle = (id: string | null) => {
    setOpenId(id);
    setActive(null);
  };
  const ruleFrom = (pointer: string, value: Scalar | undefined) => {
    const rule = newRule(v7(), value === undefined ? { field: pointer, test: "exists", value: null } : { field: pointer, test: "equals", value });
    edit((now) => addRule(now, rule, 0));
    setPart("rules");
    setOpenId(rule.id);
  };

  useCommands(
    useMemo(
      () => [
        { id: "mapping-undo", label: m.common_undo(), section: m.sources_mapping(), shortcut: "Mod+Z", run: undo },
        { id: "mapping-redo", label: m.sources_redo(), section: m.sources_mapping(), shortcut: "Mod+Shift+Z", run: redo },
      ],
      [undo, redo],
    ),
  );

  const complete = isComplete(draft);
  return (
    <Page
      layout="fill"
      title={m.sources_mapping()}
      crumbs={[
        { label: m.shell_sources(), href: `/w/${workspace.slug}/sources` },
        { label: source.name, href: `/w/${workspace.slug}/sources/${source.id}` },
      ]}
      status={dirty ? <Badge tone="warning" dot>{m.sources_unsaved()}</Badge> : source.mapping ? <Badge>{m.sources_own_mapping()}</Badge> : <Badge>{m.sources_format_mapping()}</Badge>}
      actions={
        <>
          <IconButton label={m.common_undo()} shortcut="Mod+Z" size={30} disabled={!canUndo} onClick={undo}>
            <Undo2 size={15} aria-hidden />
          </IconButton>
          <IconButton label={m.sources_redo()} shortcut="Mod+Shift+Z" size={30} disabled={!canRedo} onClick={redo}>
            <Redo2 size={15} aria-hidden />
          </IconButton>
          <Button look="primary" busy={saving.busy} disabled={!dirty || !complete} onClick={saving.save}>
            {m.common_save()}
          </Button>
        </>
      }
    >
      <PickingContext value={picking}>
        <div className={styles.editor}>
          <div className={styles.rules}>
            <div className={styles.bar}>
              <SegmentedControl
                label={m.sources_mapping_parts()}
                value={part}
                onChange={changePart}
                options={[
                  { value: "rules", label: m.sources_part_rules({ count: draft.rules.length }) },
                  { value: "places", label: m.sources_part_places() },
                ]}
              />
              {source.mapping && (
                <Button look="quiet" onClick={() => setResetting(true)}>
                  {m.sources_back_to_format()}
                </Button>
              )}
            </div>
            <p className={styles.hint}>{part === "rules" ? m.sources_rules_hint() : m.sources_places_hint()}</p>
            {saving.problem && <ProblemNote>{saving.problem}</ProblemNote>}
            {dirty && !complete && (
              <p className={styles.hint}>{arePlacesComplete(draft) ? m.sources_unfinished_rules() : m.sources_unfinished_places()}</p>
            )}
            {part === "rules" ? <RuleList {...{ draft, edit, openId }} setOpenId={toggle} /> : <PlacesPanel draft={draft} edit={edit} />}
          </div>
          <SamplePanel
            samples={preview.samples}
            changed={preview.changed}
            error={preview.error}
            onRetry={preview.retry}
            openKey={openKey}
            setOpenKey={setOpenKey}
            onNewRule={ruleFrom}
            missing={item !== null && preview.samples !== undefined && !preview.samples.some(({ key }) => key === item)}
          />
        </div>
      </PickingContext>
      <ConfirmDialog
        open={resetting}
        title={m.sources_back_to_format_title({ format: format.name })}
        description={m.sources_back_to_format_hint()}
        confirmLabel={m.sources_back_to_format()}
        busy={saving.busy}
        onCancel={() => setResetting(false)}
        onConfirm={() => saving.reset(format.mapping, () => setResetting(false))}
      />
    </Page>
  );
}
