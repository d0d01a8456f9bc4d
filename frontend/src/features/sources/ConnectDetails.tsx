import { useQuery } from "@tanstack/react-query";
import { secretQuery } from "@/api/source-changes";
import { sourceFormatsQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { CopyField } from "@/ui/CopyField";
import { formatMoment } from "@/ui/format";
import { guideOf } from "./formats";
import { SecretField } from "./SecretField";
import styles from "./SourcesScreen.module.css";

type Props = { source: Source; editable: boolean };

/** What the sender needs: the address, and the secret, which one of the two sides makes. */
export function ConnectDetails({ source, editable }: Props) {
  const { data: formats } = useQuery(sourceFormatsQuery);
  const { data: secret } = useQuery(secretQuery(source.id));
  const from = formats?.find(({ key }) => key === source.format)?.secret_from;
  const until = source.previous_secret_until;
  const label = guideOf(source.format).secret?.() ?? m.sources_secret();
  return (
    <div className={styles.stack}>
      <CopyField label={m.sources_url()} value={source.url} copyLabel={m.sources_copy_url()} />
      {from === "waymark" && secret && (
        <div>
          <CopyField label={m.sources_secret()} value={secret} copyLabel={m.sources_copy_secret()} />
          <p className={styles.once}>{m.sources_secret_once()}</p>
        </div>
      )}
      {from === "waymark" && !secret && <p className={styles.note}>{m.sources_secret_state({ hint: source.secret_hint })}</p>}
      {from === "sender" && source.secret_hint === "" && (
        <p className={styles.attention}>{editable ? m.sources_secret_missing() : m.sources_secret_missing_viewer()}</p>
      )}
      {from === "sender" && editable && (
        <SecretField source={source} label={label} {...(source.secret_hint !== "" && { hint: m.sources_secret_of_sender({ hint: source.secret_hint }) })} />
      )}
      {from === "none" && <p className={styles.note}>{m.sources_secret_none()}</p>}
      {until && <p className={styles.note}>{m.sources_secret_before({ until: formatMoment(until) })}</p>}
    </div>
  );
}
