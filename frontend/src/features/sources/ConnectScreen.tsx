import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { problemText } from "@/api/problem-text";
import { secretQuery } from "@/api/source-changes";
import { sourceFormatsQuery, sourceQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { CodeBlock } from "@/ui/CodeBlock";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ConnectDetails } from "./ConnectDetails";
import styles from "./ConnectScreen.module.css";
import { curlExample } from "./example";
import { FirstEvent } from "./FirstEvent";
import { guideOf } from "./formats";
import page from "./SourcesScreen.module.css";
import { Steps } from "./Steps";

/** How to make the sender send here, step by step, until the first event is there. */
export function ConnectScreen() {
  const workspace = useWorkspace();
  const { sourceId } = useParams({ from: "/app/w/$slug/sources/$sourceId/connect" });
  const source = useQuery(sourceQuery(sourceId));
  const { data } = source;
  return (
    <Page
      title={m.sources_connect()}
      crumbs={[
        { label: m.shell_sources(), href: `/w/${workspace.slug}/sources` },
        { label: data?.name ?? m.sources_one(), href: `/w/${workspace.slug}/sources/${sourceId}` },
      ]}
      actions={
        <LinkButton to="/w/$slug/sources/$sourceId" params={{ slug: workspace.slug, sourceId }}>
          {m.sources_done()}
        </LinkButton>
      }
    >
      {source.isError && <ErrorState description={problemText(source.error)} onRetry={() => void source.refetch()} />}
      {source.isPending && (
        <Loading className={page.content}>
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
      {data && (
        <div className={styles.connect}>
          <div className={styles.main}>
            <Panel title={m.sources_connect_details()} description={m.sources_connect_hint()}>
              <ConnectDetails source={data} editable={canEdit(workspace)} />
            </Panel>
            <AtTheSender source={data} />
          </div>
          <aside className={styles.side} aria-label={m.sources_first()}>
            <FirstEvent sourceId={sourceId} />
          </aside>
        </div>
      )}
    </Page>
  );
}

function AtTheSender({ source }: { source: Source }) {
  const workspace = useWorkspace();
  const { data: formats } = useQuery(sourceFormatsQuery);
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const { data: secret } = useQuery(secretQuery(source.id));
  const { steps } = guideOf(source.format);
  const name = formats?.find(({ key }) => key === source.format)?.name ?? source.name;
  const key = touchpoints?.[0]?.key ?? m.sources_example_touchpoint();
  const own = source.format === "waymark";
  return (
    <Panel title={own ? m.sources_steps_own() : m.sources_steps_at({ sender: name })}>
      <Steps steps={steps} />
      {own && (
        <CodeBlock
          label={m.sources_try_it()}
          copyLabel={m.sources_copy_example()}
          code={curlExample(source.url, secret ?? m.sources_secret_placeholder(), key)}
          wrap
        />
      )}
    </Panel>
  );
}
