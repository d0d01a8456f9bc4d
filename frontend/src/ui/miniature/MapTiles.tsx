import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { m } from "@/i18n/generated/messages";
import { Ago } from "../Ago";
import { Button } from "../Button";
import { Loading, Skeleton } from "../Skeleton";
import { Miniature } from "./Miniature";
import type { MiniatureCurve, MiniatureStage } from "./Miniature";
import styles from "./MapTiles.module.css";

type Tile = {
  id: string;
  title: string;
  updated_at: string;
  miniature: { stages: readonly MiniatureStage[]; curves: readonly { persona_id: string | null; points: MiniatureCurve }[] };
};

type Props = {
  title: string;
  /** Said when there are none. */
  empty: string;
  /** Undefined while they are on their way. */
  maps: readonly Tile[] | undefined;
  /** Why they could not be had. */
  problem: string | undefined;
  onRetry: () => void;
  /** Draws only the curve of this persona. */
  personaId?: string;
};

/** The maps on which something stands, each a small picture that leads there. */
export function MapTiles({ title, empty, maps, problem, onRetry, personaId }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      {!maps && !problem && (
        <Loading className={styles.grid}>
          <Skeleton height={164} radius={12} />
        </Loading>
      )}
      {!maps && problem && (
        <p role="alert" className={styles.note}>
          {problem}
          <Button onClick={onRetry}>{m.common_retry()}</Button>
        </p>
      )}
      {maps?.length === 0 && <p className={styles.note}>{empty}</p>}
      {maps && maps.length > 0 && (
        <ul className={styles.grid}>
          {maps.map(({ id, title: name, updated_at, miniature: { stages, curves } }) => (
            <li key={id}>
              <Link to="/maps/$mapId" params={{ mapId: id }} className={styles.tile}>
                <Miniature
                  stages={stages}
                  curves={curves.filter((curve) => !personaId || curve.persona_id === personaId).map(({ points }) => points)}
                />
                <b>{name}</b>
                <Ago at={updated_at} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
