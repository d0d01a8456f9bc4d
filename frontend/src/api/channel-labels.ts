import { m } from "@/i18n/generated/messages";
import type { ChannelGroup } from "./channels";

const labels: Record<ChannelGroup, () => string> = {
  social_media: m.common_channels_social_media,
  website: m.common_channels_website,
  app: m.common_channels_app,
  search: m.common_channels_search,
  paid_ads: m.common_channels_paid_ads,
  local_listings: m.common_channels_local_listings,
  reviews: m.common_channels_reviews,
  email: m.common_channels_email,
  phone: m.common_channels_phone,
  chat: m.common_channels_chat,
  physical: m.common_channels_physical,
  events: m.common_channels_events,
  people: m.common_channels_people,
};

/** What a group of channels is called. */
export const channelGroupLabel = (group: ChannelGroup): string => labels[group]();
