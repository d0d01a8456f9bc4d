import { channelGroups } from "@/api/channels";
import type { Channel, ChannelGroup } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";

export type TouchpointGroup = { group: ChannelGroup | null; touchpoints: Touchpoint[] };

/** The touchpoints whose name, key, description or channel contains every word. */
export function findTouchpoints(
  touchpoints: readonly Touchpoint[],
  channels: ReadonlyMap<string, Channel>,
  query: string,
): Touchpoint[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return touchpoints.filter(({ name, key, description, channel_id }) => {
    const channel = channel_id === null ? "" : (channels.get(channel_id)?.name ?? "");
    const haystack = [name, key, description, channel].join(" ").toLocaleLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** By group of channel in the field's order; those without a channel come first, because they lack something. */
export function groupTouchpoints(
  touchpoints: readonly Touchpoint[],
  channels: ReadonlyMap<string, Channel>,
): TouchpointGroup[] {
  const groupOf = ({ channel_id }: Touchpoint) => (channel_id === null ? null : (channels.get(channel_id)?.group ?? null));
  const byName = (a: Touchpoint, b: Touchpoint) => a.name.localeCompare(b.name);
  return [null, ...channelGroups]
    .map((group) => ({ group, touchpoints: touchpoints.filter((each) => groupOf(each) === group).sort(byName) }))
    .filter((each) => each.touchpoints.length > 0);
}

/** The key that a name suggests: lower case, words joined by underscores. */
export function keyFromName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 60);
}

export const isKey = (key: string): boolean => /^[a-z0-9]+([_-][a-z0-9]+)*$/.test(key) && key.length <= 60;
