import { Lock } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { EmptyState } from "@/ui/EmptyState";

/** What a viewer sees where single people can be seen. */
export function EditorsOnly() {
  return <EmptyState art={<Lock size={32} strokeWidth={1.25} />} title={m.sources_editors_only()} description={m.sources_editors_only_hint()} />;
}
