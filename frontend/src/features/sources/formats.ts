import { BookUser, Boxes, Braces, CloudCog, Code, CreditCard, FileQuestionMark, KeyRound, LifeBuoy, MessagesSquare, ShoppingBag, Waypoints, Webhook } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { SourceFormat } from "@/api/sources";
import { m } from "@/i18n/generated/messages";

export type FormatGroup = "code" | "analytics" | "crm" | "support" | "shop" | "forms" | "payments" | "any";

type Text = () => string;

/** What people are told of a format: what it is for, and what to do at the sender. */
export type Guide = {
  group: FormatGroup;
  icon: LucideIcon;
  summary: Text;
  /** What to do at the sender, in order; **bold** is what to click there. */
  steps: readonly Text[];
  /** What the sender calls its secret. */
  secret?: Text;
};

const guides: Record<string, Guide> = {
  waymark: {
    group: "code",
    icon: Code,
    summary: m.sources_format_waymark,
    steps: [m.sources_steps_waymark_1, m.sources_steps_waymark_2],
  },
  "standard-webhooks": {
    group: "code",
    icon: Webhook,
    summary: m.sources_format_standard_webhooks,
    steps: [m.sources_steps_standard_webhooks_1, m.sources_steps_standard_webhooks_2, m.sources_steps_standard_webhooks_3],
    secret: m.sources_secret_of_standard_webhooks,
  },
  cloudevents: {
    group: "code",
    icon: CloudCog,
    summary: m.sources_format_cloudevents,
    steps: [m.sources_steps_cloudevents_1, m.sources_steps_cloudevents_2],
  },
  segment: {
    group: "analytics",
    icon: Waypoints,
    summary: m.sources_format_segment,
    steps: [m.sources_steps_segment_1, m.sources_steps_segment_2],
  },
  rudderstack: {
    group: "analytics",
    icon: Waypoints,
    summary: m.sources_format_rudderstack,
    steps: [m.sources_steps_rudderstack_1, m.sources_steps_rudderstack_2],
  },
  posthog: {
    group: "analytics",
    icon: Waypoints,
    summary: m.sources_format_posthog,
    steps: [m.sources_steps_posthog_1, m.sources_steps_posthog_2],
  },
  hubspot: {
    group: "crm",
    icon: BookUser,
    summary: m.sources_format_hubspot,
    steps: [m.sources_steps_hubspot_1, m.sources_steps_hubspot_2, m.sources_steps_hubspot_3],
    secret: m.sources_secret_of_hubspot,
  },
  pipedrive: {
    group: "crm",
    icon: BookUser,
    summary: m.sources_format_pipedrive,
    steps: [m.sources_steps_pipedrive_1, m.sources_steps_pipedrive_2, m.sources_steps_pipedrive_3],
  },
  salesforce: {
    group: "crm",
    icon: BookUser,
    summary: m.sources_format_salesforce,
    steps: [m.sources_steps_salesforce_1, m.sources_steps_salesforce_2, m.sources_steps_salesforce_3],
  },
  zendesk: {
    group: "support",
    icon: LifeBuoy,
    summary: m.sources_format_zendesk,
    steps: [m.sources_steps_zendesk_1, m.sources_steps_zendesk_2, m.sources_steps_zendesk_3],
    secret: m.sources_secret_of_zendesk,
  },
  intercom: {
    group: "support",
    icon: MessagesSquare,
    summary: m.sources_format_intercom,
    steps: [m.sources_steps_intercom_1, m.sources_steps_intercom_2, m.sources_steps_intercom_3],
    secret: m.sources_secret_of_intercom,
  },
  shopify: {
    group: "shop",
    icon: ShoppingBag,
    summary: m.sources_format_shopify,
    steps: [m.sources_steps_shopify_1, m.sources_steps_shopify_2, m.sources_steps_shopify_3],
    secret: m.sources_secret_of_shopify,
  },
  typeform: {
    group: "forms",
    icon: FileQuestionMark,
    summary: m.sources_format_typeform,
    steps: [m.sources_steps_typeform_1, m.sources_steps_typeform_2, m.sources_steps_typeform_3],
  },
  stripe: {
    group: "payments",
    icon: CreditCard,
    summary: m.sources_format_stripe,
    steps: [m.sources_steps_stripe_1, m.sources_steps_stripe_2, m.sources_steps_stripe_3],
    secret: m.sources_secret_of_stripe,
  },
  hmac: {
    group: "any",
    icon: KeyRound,
    summary: m.sources_format_hmac,
    steps: [m.sources_steps_hmac_1, m.sources_steps_hmac_2, m.sources_steps_hmac_3],
    secret: m.sources_secret_of_hmac,
  },
  json: {
    group: "any",
    icon: Braces,
    summary: m.sources_format_json,
    steps: [m.sources_steps_json_1, m.sources_steps_json_2],
  },
};

const unknown: Guide = { group: "any", icon: Boxes, summary: m.sources_format_other, steps: [m.sources_steps_json_1] };

export const guideOf = (format: string): Guide => guides[format] ?? unknown;

export const groupLabels: Record<FormatGroup, Text> = {
  code: m.sources_group_code,
  analytics: m.sources_group_analytics,
  crm: m.sources_group_crm,
  support: m.sources_group_support,
  shop: m.sources_group_shop,
  forms: m.sources_group_forms,
  payments: m.sources_group_payments,
  any: m.sources_group_any,
};

/** The groups in the order they are offered: what people look for by name first. */
const groupOrder: readonly FormatGroup[] = ["crm", "support", "shop", "payments", "forms", "analytics", "code", "any"];

/** The formats that a search finds, by group; empty groups are left out. */
export function groupFormats(formats: readonly SourceFormat[], query: string): { group: FormatGroup; formats: SourceFormat[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = formats.filter(({ key, name }) => {
    const { group, summary } = guideOf(key);
    const text = `${key} ${name} ${summary()} ${groupLabels[group]()}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return groupOrder
    .map((group) => ({ group, formats: found.filter(({ key }) => guideOf(key).group === group) }))
    .filter(({ formats: members }) => members.length > 0);
}

type Words = { label: Text; hint?: Text };

const settings: Record<string, Words> = {
  organization_id: { label: m.sources_setting_organization_id, hint: m.sources_setting_organization_id_hint },
  proof: { label: m.sources_setting_proof, hint: m.sources_setting_proof_hint },
  header: { label: m.sources_setting_header, hint: m.sources_setting_header_hint },
  algorithm: { label: m.sources_setting_algorithm },
  encoding: { label: m.sources_setting_encoding },
  prefix: { label: m.sources_setting_prefix, hint: m.sources_setting_prefix_hint },
  signed: { label: m.sources_setting_signed, hint: m.sources_setting_signed_hint },
  timestamp: { label: m.sources_setting_timestamp, hint: m.sources_setting_timestamp_hint },
};

export const settingWords = (key: string): Words => settings[key] ?? { label: () => key };

const choices: Record<string, Text> = {
  secret: m.sources_choice_secret,
  address: m.sources_choice_address,
  hex: m.sources_choice_hex,
  base64: m.sources_choice_base64,
};

export const choiceLabel = (choice: string): string => choices[choice]?.() ?? choice.toUpperCase();
