import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { personaQuery } from "@/api/personas";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import type { ListedFindings } from "./PersonaChecklist";
import { PersonaEditor } from "./PersonaEditor";
import styles from "./PersonaScreen.module.css";

export function PersonaScreen({ listed }: { listed: ListedFindings }) {
  const workspace = useWorkspace();
  const { personaId } = useParams({ from: "/app/w/$slug/personas/$personaId" });
  const persona = useQuery(personaQuery(personaId));

  if (persona.data) return <PersonaEditor key={persona.data.id} persona={persona.data} listed={listed} />;
  const crumbs = [{ label: m.shell_personas(), href: `/w/${workspace.slug}/personas` }];
  const gone = persona.error instanceof Problem && persona.error.status === 404;
  return (
    <Page title={m.personas_one()} crumbs={crumbs}>
      {persona.isError ? (
        <ErrorState
          title={gone ? m.personas_gone_title() : m.common_error_title()}
          description={problemText(persona.error)}
          {...(!gone && { onRetry: () => void persona.refetch() })}
        />
      ) : (
        <PersonaSkeleton />
      )}
    </Page>
  );
}

function PersonaSkeleton() {
  return (
    <Loading className={styles.layout}>
      <div className={styles.side}>
        <Skeleton width={96} height={96} radius={48} />
        <Skeleton width={180} height={28} />
        <Skeleton height={240} radius={12} />
      </div>
      <div className={styles.main}>
        <Skeleton height={62} radius={12} />
        <Skeleton height={44} />
        <Skeleton height={360} radius={12} />
      </div>
    </Loading>
  );
}
