import { CircleDashed } from "lucide-react";
import { clsx } from "clsx";
import { channelGroupLabel } from "@/api/channel-labels";
import type { Channel } from "@/api/channels";
import { m } from "@/i18n/generated/messages";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import { MenuButton } from "@/ui/MenuButton";
import { groupChannels } from "./grouping";
import styles from "./TouchpointsScreen.module.css";

type Props = {
  id?: string;
  label: string;
  channels: readonly Channel[];
  value: string | null | undefined;
  onChange: (channelId: string | null) => void;
  readOnly?: boolean;
};

/** The channel of a touchpoint; choosing opens the list by groups. */
export function ChannelPicker({ id: buttonId, label, channels, value, onChange, readOnly = false }: Props) {
  const channel = channels.find(({ id }) => id === value);
  const face = channel ? (
    <>
      <NamedIcon name={channel.icon} size={15} strokeWidth={1.75} />
      {channel.name}
    </>
  ) : (
    <span className={clsx(styles.channel, styles.missing)}>
      <CircleDashed size={15} strokeWidth={1.75} aria-hidden />
      {readOnly ? m.touchpoints_no_channel() : m.touchpoints_choose_channel()}
    </span>
  );
  if (readOnly) return <span className={styles.channel}>{face}</span>;

  const entries = () => [
    ...groupChannels(channels).map(({ group, items }) => ({
      id: group,
      title: channelGroupLabel(group),
      items: items.map(({ id, name, icon }) => ({
        id,
        label: name,
        icon: <NamedIcon name={icon} size={15} strokeWidth={1.75} />,
        selected: id === value,
        onAction: () => onChange(id),
      })),
    })),
    ...(value ? [{ id: "none", items: [{ id: "no-channel", label: m.touchpoints_no_channel(), onAction: () => onChange(null) }] }] : []),
  ];
  return (
    <MenuButton label={label} entries={entries}>
      {(trigger) => (
        <button type="button" {...trigger} id={buttonId} className={styles.channel} aria-label={m.touchpoints_channel_button({ label, channel: channel?.name ?? m.touchpoints_no_channel() })}>
          {face}
        </button>
      )}
    </MenuButton>
  );
}
