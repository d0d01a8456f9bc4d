import type { ErasureReason } from "@/api/privacy";
import { m } from "@/i18n/generated/messages";

export const reasonLabels: Record<ErasureReason, () => string> = {
  request: m.customers_reason_request,
  consent_withdrawn: m.customers_reason_consent_withdrawn,
  no_longer_needed: m.customers_reason_no_longer_needed,
  unlawful: m.customers_reason_unlawful,
  legal_obligation: m.customers_reason_legal_obligation,
};

export const reasons = Object.keys(reasonLabels) as ErasureReason[];
