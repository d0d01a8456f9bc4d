import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { useAutosave } from "@/api/autosave/useAutosave";
import { findingSettingsQuery, loadFindingSettings, patchFindingSettings } from "@/api/finding-settings";
import type { FindingSettings } from "@/api/finding-settings";
import { forgetFindings } from "@/api/findings";
import type { Rule } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { MenuSelect } from "@/ui/MenuSelect";
import { Panel } from "@/ui/Panel";
import { SaveState } from "@/ui/SaveState";
import { SearchInput } from "@/ui/SearchInput";
import { Problem } from "@/ui/Problem";
import { SettingsPage } from "../SettingsPage";
import { bookOf, changesOf, findRules, keyOf, usual } from "./rule-book";
import type { RuleBook, Settled, Show } from "./rule-book";
import { RuleRow } from "./RuleRow";
import styles from "./checks.module.css";

const shows: readonly { value: Show; label: () => string }[] = [
  { value: "all", label: m.settings_rules_all },
  { value: "changed", label: m.settings_rules_changed },
  { value: "off", label: m.settings_rules_off },
];

export function RuleEditor({ rules, settings }: { rules: Rule[]; settings: FindingSettings }) {
  const { edit: editable } = settings.abilities;
  const { hash } = useLocation();
  const { draft, edit, status, error, conflicts, resolve, flush } = useRuleBook(settings);
  const [query, setQuery] = useState("");
  const [show, setShow] = useState<Show>("all");
  const wanted = useDeferredValue(query);
  const groups = useMemo(() => findRules(rules, draft, { query: wanted, show }), [rules, draft, wanted, show]);
  const theirs = new Map(conflicts.map((conflict) => [conflict.field, conflict.theirs as Settled]));

  return (
    <SettingsPage title={m.settings_checks()} status={editable && <SaveState status={status} onRetry={flush} />}>
      <p className={styles.lead}>{editable ? m.settings_checks_hint() : m.settings_checks_hint_viewer()}</p>
      {error && (
        <Problem>{problemText(error)}</Problem>
      )}
      <div className={styles.toolbar}>
        <SearchInput label={m.settings_rules_search()} placeholder={m.settings_rules_search_placeholder()} value={query} onChange={setQuery} />
        <MenuSelect label={m.settings_rules_show()} value={show} onChange={setShow} choices={shows.map(({ value, label }) => ({ value, label: label() }))} />
      </div>
      {groups.length === 0 && (
        <EmptyState
          title={m.settings_rules_none()}
          actions={
            <Button
              onClick={() => {
                setQuery("");
                setShow("all");
              }}
            >
              {m.settings_rules_show_all()}
            </Button>
          }
        />
      )}
      {groups.map(({ topic, rules: found }) => (
        <Panel key={topic} title={topic}>
          <ul className={styles.rules}>
            {found.map((rule) => {
              const key = keyOf(rule.id);
              return (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  settled={draft[key] ?? usual(rule)}
                  onSettle={(settled) => edit({ [key]: settled })}
                  readOnly={!editable}
                  linked={hash === rule.id}
                  theirs={theirs.get(key)}
                  onResolve={(choice) => resolve(key, choice)}
                />
              );
            })}
          </ul>
        </Panel>
      ))}
    </SettingsPage>
  );
}

function useRuleBook(settings: FindingSettings) {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const resource = useMemo(() => bookOf(settings), [settings]);
  const keep = (stored: FindingSettings) => {
    client.setQueryData(findingSettingsQuery(id).queryKey, stored);
    return bookOf(stored);
  };
  return useAutosave<RuleBook>({
    resource,
    save: async (revision, set) => keep(await patchFindingSettings(id, revision, changesOf(set))),
    load: async () => keep(await loadFindingSettings(id)),
    onStored: () => void forgetFindings(client),
  });
}
