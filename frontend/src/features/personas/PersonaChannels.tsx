import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { channelGroups, channelsQuery } from "@/api/channels";
import { channelGroupLabel } from "@/api/channel-labels";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ChipPicker } from "@/ui/ChipPicker";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import type { PartProps } from "./part";
import screenStyles from "./PersonaScreen.module.css";

export function PersonaChannels({ persona, edit, readOnly }: PartProps) {
  const workspace = useWorkspace();
  const { data: channels } = useQuery(channelsQuery(workspace.id));
  const groups = useMemo(
    () =>
      channelGroups
        .map((group) => ({
          id: group,
          label: channelGroupLabel(group),
          items: (channels ?? [])
            .filter((channel) => channel.group === group)
            .map(({ id, name, icon }) => ({ id, label: name, icon: <NamedIcon name={icon} size={14} strokeWidth={1.75} /> })),
        }))
        .filter(({ items }) => items.length > 0),
    [channels],
  );
  return (
    <section className={screenStyles.panel} data-field="channels" aria-label={m.personas_channels()}>
      <h2 className={screenStyles.heading}>{m.personas_channels()}</h2>
      <ChipPicker
        label={m.personas_channels()}
        addLabel={m.personas_add_channel()}
        groups={groups}
        chosen={persona.channels}
        onChange={(ids) => edit({ channels: ids })}
        readOnly={readOnly}
      />
    </section>
  );
}
