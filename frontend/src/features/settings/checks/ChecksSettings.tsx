import { useQuery } from "@tanstack/react-query";
import { findingSettingsQuery } from "@/api/finding-settings";
import { rulesQuery } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { SettingsPage } from "../SettingsPage";
import { RuleEditor } from "./RuleEditor";

/** What Waymark looks at, and how this workspace wants it. */
export function ChecksSettings() {
  const { id } = useWorkspace();
  const rules = useQuery(rulesQuery());
  const settings = useQuery(findingSettingsQuery(id));
  const failed = rules.error ?? settings.error;
  if (rules.data && settings.data) return <RuleEditor key={id} rules={rules.data} settings={settings.data} />;
  return (
    <SettingsPage title={m.settings_checks()}>
      {failed ? (
        <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([rules.refetch(), settings.refetch()])} />
      ) : (
        <Loading>
          <Skeleton height={32} width={280} radius={8} />
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
    </SettingsPage>
  );
}
