import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { mapsQuery } from "@/api/maps";
import { membersQuery } from "@/api/members";
import { rulesQuery } from "@/api/findings";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { SEVERITIES, SEVERITY_LABELS } from "@/ui/findings/severity";
import { MenuSelect } from "@/ui/MenuSelect";
import { SearchInput } from "@/ui/SearchInput";
import { useSearchText } from "@/ui/useSearchText";
import styles from "./attention.module.css";
import { kindLabels, topicLabels } from "./labels";
import { isNarrow, KINDS, narrowed, TOPICS } from "./search";
import type { AttentionSearch } from "./search";

type Props = { search: AttentionSearch; onChange: (search: AttentionSearch) => void };

const any = "any";

/** Narrows down what is shown; all of it is in the address. */
export function AttentionFilters({ search, onChange }: Props) {
  const workspace = useWorkspace();
  const maps = useQuery(mapsQuery(workspace.id));
  const members = useQuery(membersQuery(workspace.id));
  const rules = useQuery(rulesQuery());
  const [text, setText] = useSearchText(search.q ?? "", (q) => onChange(narrowed(search, { q: q || undefined })));

  return (
    <div className={styles.filters}>
      <SearchInput label={m.attention_search()} placeholder={m.attention_search()} value={text} onChange={setText} />
      <Filter
        label={m.attention_severity()}
        every={m.attention_every_severity()}
        value={search.severity}
        choices={SEVERITIES.map((value) => ({ value, label: SEVERITY_LABELS[value]() }))}
        onChange={(severity) => onChange(narrowed(search, { severity }))}
      />
      <Filter
        label={m.attention_topic()}
        every={m.attention_every_topic()}
        value={search.topic}
        choices={TOPICS.map((value) => ({ value, label: topicLabels[value]() }))}
        onChange={(topic) => onChange(narrowed(search, { topic }))}
      />
      <Filter
        label={m.attention_kind()}
        every={m.attention_every_kind()}
        value={search.kind}
        choices={KINDS.map((value) => ({ value, label: kindLabels[value]() }))}
        onChange={(kind) => onChange(narrowed(search, { kind }))}
      />
      <Filter
        label={m.attention_map()}
        every={m.attention_every_map()}
        value={search.of}
        choices={maps.data?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        onChange={(of) => onChange(narrowed(search, { of }))}
      />
      <Filter
        label={m.attention_rule()}
        every={m.attention_every_rule()}
        value={search.rule}
        choices={rules.data?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        onChange={(rule) => onChange(narrowed(search, { rule }))}
      />
      <Filter
        label={m.attention_owner()}
        every={m.attention_every_owner()}
        value={search.owner}
        choices={members.data?.map(({ user_id, name }) => ({ value: user_id, label: name })) ?? []}
        onChange={(owner) => onChange(narrowed(search, { owner }))}
      />
      <MenuSelect
        label={m.attention_state()}
        value={search.state ?? "open"}
        onChange={(state) => onChange(narrowed(search, { state: state === "dismissed" ? state : undefined }))}
        choices={[
          { value: "open", label: m.attention_open() },
          { value: "dismissed", label: m.attention_dismissed() },
        ]}
      />
      {isNarrow(search) && (
        <Button look="quiet" icon={<X size={13} aria-hidden />} onClick={() => onChange({})}>
          {m.attention_show_all()}
        </Button>
      )}
    </div>
  );
}

type FilterProps<Value extends string> = {
  label: string;
  every: string;
  value: Value | undefined;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
};

function Filter<Value extends string>({ label, every, value, choices, onChange }: FilterProps<Value>) {
  return (
    <MenuSelect<Value | typeof any>
      label={label}
      value={value ?? any}
      onChange={(chosen) => onChange(chosen === any ? undefined : chosen)}
      choices={[{ value: any, label: every }, ...choices]}
    />
  );
}
