import { useQuery } from "@tanstack/react-query";
import { rulesQuery } from "@/api/findings";
import { mapsQuery } from "@/api/maps";
import { membersQuery } from "@/api/members";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { SEVERITIES, SEVERITY_LABELS } from "@/ui/findings/severity";
import { kindLabels, topicLabels } from "./labels";
import { KINDS, TOPICS } from "./search";
import type { FilterKey } from "./search";

export type Filter = {
  key: FilterKey;
  label: string;
  /** What is chosen while nothing is. */
  every: string;
  choices: readonly { value: string; label: string }[];
};

/** By what findings can be narrowed down, and to what. */
export function useFilters(): readonly Filter[] {
  const workspace = useWorkspace();
  const maps = useQuery(mapsQuery(workspace.id)).data ?? [];
  const members = useQuery(membersQuery(workspace.id)).data ?? [];
  const rules = useQuery(rulesQuery()).data ?? [];
  return [
    {
      key: "severity",
      label: m.attention_severity(),
      every: m.attention_every_severity(),
      choices: SEVERITIES.map((value) => ({ value, label: SEVERITY_LABELS[value]() })),
    },
    {
      key: "topic",
      label: m.attention_topic(),
      every: m.attention_every_topic(),
      choices: TOPICS.map((value) => ({ value, label: topicLabels[value]() })),
    },
    {
      key: "kind",
      label: m.attention_kind(),
      every: m.attention_every_kind(),
      choices: KINDS.map((value) => ({ value, label: kindLabels[value]() })),
    },
    {
      key: "rule",
      label: m.attention_rule(),
      every: m.attention_every_rule(),
      choices: rules.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      key: "of",
      label: m.attention_map(),
      every: m.attention_every_map(),
      choices: maps.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      key: "owner",
      label: m.attention_owner(),
      every: m.attention_every_owner(),
      choices: members.map(({ user_id, name }) => ({ value: user_id, label: name })),
    },
  ];
}
