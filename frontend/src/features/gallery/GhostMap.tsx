import styles from "./GhostMap.module.css";

const stages = [
  { color: "blue", x: 0, width: 132 },
  { color: "violet", x: 138, width: 132 },
  { color: "green", x: 276, width: 132 },
] as const;
const columns = [0, 69, 138, 207, 276, 345];

/** The faint ghost of a three-stage map: what could stand here. */
export function GhostMap() {
  return (
    <svg className={styles.ghost} width="408" height="176" viewBox="0 0 408 176" fill="none">
      {stages.map(({ color, x, width }) => (
        <g key={color} data-stage={color}>
          <rect x={x} width={width} height="20" rx="6" className={styles.bar} />
          <circle cx={x + 12} cy="10" r="3" className={styles.dot} />
          <rect x={x + 22} y="8" width="48" height="4" rx="2" className={styles.word} />
        </g>
      ))}
      {columns.map((x, index) => (
        <g key={x}>
          <rect x={x} y="32" width="63" height="28" rx="6" className={styles.card} />
          {index % 2 === 0 && <rect x={x} y="148" width="63" height="28" rx="6" className={styles.card} />}
        </g>
      ))}
      <path d="M0 104H408" className={styles.zero} />
      <path d="M32 96C66 96 66 84 101 84s35 38 69 38 35-18 69-18 35 30 69 30 35-52 69-52" className={styles.curve} />
    </svg>
  );
}
