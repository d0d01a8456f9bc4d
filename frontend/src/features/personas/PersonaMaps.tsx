import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { mapsQuery } from "@/api/maps";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Miniature } from "@/ui/miniature/Miniature";
import styles from "./PersonaMaps.module.css";
import screenStyles from "./PersonaScreen.module.css";

/** The journeys of this persona, each with their curve on it. */
export function PersonaMaps({ personaId }: { personaId: string }) {
  const workspace = useWorkspace();
  const { data: maps } = useQuery(mapsQuery(workspace.id));
  const theirs = maps?.filter((map) => map.persona_ids.includes(personaId)) ?? [];
  if (!maps) return null;
  return (
    <section aria-label={m.personas_maps()}>
      <h2 className={screenStyles.heading}>{m.personas_maps()}</h2>
      {theirs.length === 0 ? (
        <p className={styles.empty}>{m.personas_maps_empty()}</p>
      ) : (
        <ul className={styles.grid}>
          {theirs.map((map) => (
            <li key={map.id}>
              <Link to="/maps/$mapId" params={{ mapId: map.id }} className={styles.card}>
                <Miniature
                  stages={map.miniature.stages}
                  curves={map.miniature.curves.filter((curve) => curve.persona_id === personaId).map(({ points }) => points)}
                />
                <b>{map.title}</b>
                <Ago at={map.updated_at} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
