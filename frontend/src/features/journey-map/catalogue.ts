import type { Channel } from "@/api/channels";
import type { Member } from "@/api/members";
import type { Persona } from "@/api/personas";
import type { Touchpoint } from "@/api/touchpoints";
import type { Id } from "./model/document";

/** What the map names by id and the workspace keeps. */
export interface Catalogue {
  readonly personas: ReadonlyMap<Id, Persona>;
  readonly touchpoints: ReadonlyMap<Id, Touchpoint>;
  readonly channels: ReadonlyMap<Id, Channel>;
  readonly members: ReadonlyMap<Id, Member>;
}

export function catalogueOf(lists: {
  personas: readonly Persona[];
  touchpoints: readonly Touchpoint[];
  channels: readonly Channel[];
  members: readonly Member[];
}): Catalogue {
  return {
    personas: new Map(lists.personas.map((persona) => [persona.id, persona])),
    touchpoints: new Map(lists.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint])),
    channels: new Map(lists.channels.map((channel) => [channel.id, channel])),
    members: new Map(lists.members.map((member) => [member.user_id, member])),
  };
}
