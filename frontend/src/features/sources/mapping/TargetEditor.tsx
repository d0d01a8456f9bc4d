import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "@/api/channels";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { keyFromName, retarget } from "./draft";
import type { Target } from "./draft";
import styles from "./fields.module.css";
import { PointerField } from "./PointerField";

type Props = { then: Target; onChange: (change: (then: Target) => Target, about?: string) => void };

const kinds = ["touchpoint", "touchpoint_by_key", "touchpoint_from", "identify", "ignore"] as const;

const kindWords: Record<Target["do"], { label: () => string; description: () => string }> = {
  touchpoint: { label: m.sources_do_touchpoint, description: m.sources_do_touchpoint_hint },
  touchpoint_by_key: { label: m.sources_do_by_key, description: m.sources_do_by_key_hint },
  touchpoint_from: { label: m.sources_do_from, description: m.sources_do_from_hint },
  identify: { label: m.sources_do_identify, description: m.sources_do_identify_hint },
  ignore: { label: m.sources_do_ignore, description: m.sources_do_ignore_hint },
};

/** What an item is when the conditions hold. */
export function TargetEditor({ then, onChange }: Props) {
  const workspace = useWorkspace();
  const { data: touchpoints = [] } = useQuery(touchpointsQuery(workspace.id));
  return (
    <div className={styles.stack}>
      <Select
        label={m.sources_then()}
        value={then.do}
        onChange={(kind) => onChange((now) => retarget(now, kind))}
        options={kinds.map((kind) => ({ value: kind, label: kindWords[kind].label(), description: kindWords[kind].description() }))}
      />
      {then.do === "touchpoint" && (
        <Select
          label={m.sources_then_touchpoint()}
          value={then.touchpoint_id}
          placeholder={m.sources_rule_choose()}
          onChange={(touchpoint_id) => onChange(() => ({ do: "touchpoint", touchpoint_id }))}
          options={touchpoints.map(({ id, name, key }) => ({ value: id, label: name, description: key }))}
        />
      )}
      {then.do === "touchpoint_by_key" && (
        <>
          <TextField
            label={m.sources_then_name()}
            placeholder={m.sources_then_name_example()}
            value={then.name}
            maxLength={200}
            onChange={(name) =>
              onChange((now) => {
                if (now.do !== "touchpoint_by_key") return now;
                const follows = now.key === "" || now.key === keyFromName(now.name);
                return { ...now, name, ...(follows && { key: keyFromName(name) }) };
              }, "name")
            }
          />
          <div className={styles.pair}>
            <TextField
              label={m.sources_then_key()}
              value={then.key}
              maxLength={60}
              spellCheck={false}
              onChange={(key) => onChange((now) => (now.do === "touchpoint_by_key" ? { ...now, key } : now), "key")}
            />
            <ChannelSelect value={then.channel ?? ""} onChange={(channel) => onChange((now) => ("channel" in now ? { ...now, channel } : now))} />
          </div>
        </>
      )}
      {then.do === "touchpoint_from" && (
        <div className={styles.pair}>
          <PointerField
            label={m.sources_then_field()}
            value={then.field}
            onChange={(field) => onChange((now) => (now.do === "touchpoint_from" ? { ...now, field } : now), "from")}
          />
          <ChannelSelect value={then.channel ?? ""} onChange={(channel) => onChange((now) => ("channel" in now ? { ...now, channel } : now))} />
        </div>
      )}
    </div>
  );
}

const none = "-";

function ChannelSelect({ value, onChange }: { value: string; onChange: (channel: string) => void }) {
  const workspace = useWorkspace();
  const { data: channels = [] } = useQuery(channelsQuery(workspace.id));
  const known = channels.some(({ key }) => key === value);
  return (
    <Select
      label={m.sources_then_channel()}
      value={value === "" ? none : value}
      onChange={(key) => onChange(key === none ? "" : key)}
      options={[
        { value: none, label: m.sources_no_channel() },
        ...(value !== "" && !known ? [{ value, label: value }] : []),
        ...channels.map(({ key, name }) => ({ value: key, label: name })),
      ]}
    />
  );
}
