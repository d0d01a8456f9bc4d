import { useQuery } from "@tanstack/react-query";
import type { Source } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { CodeBlock } from "@/ui/CodeBlock";
import { CopyField } from "@/ui/CopyField";
import { curlExample } from "./example";
import styles from "./SourcesScreen.module.css";

type Props = { source: Source; secret: string | null };

/** What the sender needs: the address, the secret while it can be seen, and a request that works. */
export function ConnectDetails({ source, secret }: Props) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const key = touchpoints?.[0]?.key ?? m.sources_example_touchpoint();
  return (
    <div className={styles.stack}>
      <CopyField label={m.sources_url()} value={source.url} copyLabel={m.sources_copy_url()} hint={m.sources_url_hint()} />
      {secret !== null && (
        <>
          <CopyField label={m.sources_secret()} value={secret} copyLabel={m.sources_copy_secret()} />
          <p className={styles.once}>{m.sources_secret_once()}</p>
        </>
      )}
      <div>
        <p className={styles.label}>{m.sources_try_it()}</p>
        <CodeBlock
          label={m.sources_try_it()}
          copyLabel={m.sources_copy_example()}
          code={curlExample(source.url, secret ?? m.sources_secret_placeholder(), key)}
          wrap
        />
      </div>
    </div>
  );
}
