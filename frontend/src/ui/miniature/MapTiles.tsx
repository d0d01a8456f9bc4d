import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { Ago } from "../Ago";
import { LongList } from "../long-list/LongList";
import { useGrowing } from "../long-list/useGrowing";
import { ProblemNote } from "../ProblemNote";
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

const aFew = 12;

/** The maps on which something stands, each a small picture that leads there. */
export function MapTiles({ title, empty, maps, problem, onRetry, personaId }: Props) {
  const heading = useId();
  const list = useGrowing(maps?.length ?? 0, { first: aFew });
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
        <ProblemNote onRetry={onRetry}>{problem}</ProblemNote>
      )}
      {maps?.length === 0 && <p className={styles.note}>{empty}</p>}
      {maps && maps.length > 0 && (
        <LongList {...list}>
          <ul className={styles.grid}>
            {maps.slice(0, list.shown).map(({ id, title: name, updated_at, miniature: { stages, curves } }) => (
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
        </LongList>
      )}
    </section>
  );
}
