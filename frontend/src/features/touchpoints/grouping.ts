import { channelGroups } from "@/api/channels";
import type { Channel, ChannelGroup } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { groupBy } from "@/ui/group-by";

/** What belongs to one group of channels, or to none. */
export type Grouped<Item, Group = ChannelGroup | null> = { group: Group; items: Item[] };

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
export function groupTouchpoints(touchpoints: readonly Touchpoint[], channels: ReadonlyMap<string, Channel>): Grouped<Touchpoint>[] {
  const byName = touchpoints.toSorted((a, b) => alphabet.compare(a.name, b.name));
  const groups = groupBy(byName, ({ channel_id }) => channels.get(channel_id ?? "")?.group ?? null);
  return inOrder(groups, [null, ...channelGroups]);
}

/** By group in the field's order. */
export const groupChannels = (channels: readonly Channel[]): Grouped<Channel, ChannelGroup>[] =>
  inOrder(groupBy(channels, ({ group }) => group), channelGroups);

const alphabet = new Intl.Collator();

const inOrder = <Group, Item>(groups: ReadonlyMap<Group, Item[]>, order: readonly Group[]): Grouped<Item, Group>[] =>
  order.flatMap((group) => {
    const items = groups.get(group);
    return items ? [{ group, items }] : [];
  });

/** How many entries there are up to the one with this id, itself included; none if it is not there. */
export const countTo = (groups: readonly Grouped<{ id: string }, unknown>[], id: string | undefined): number =>
  groups.flatMap(({ items }) => items).findIndex((item) => item.id === id) + 1;

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
