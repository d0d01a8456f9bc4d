import type { Hair } from "./looks";

type Props = { hair: Hair; color: string };

const fringe =
  "M8.2 13.500C7.4 7 10.8 5 14.2 5c3.7 0 6.5 2.5 5.5 8.5-.8-3-2.4-4.2-4.3-4.5-2.2.9-5.4 1-7.2 4.500Z";
const cap = "M8.5 12.300C8.3 7.7 10.7 5.7 14 5.700s5.7 2 5.5 6.600c-1.2-2.7-3-3.5-5.5-3.500s-4.3.8-5.5 3.500Z";
const cropped = "M8.7 11.700C8.5 7.5 10.8 5.9 14 5.900s5.5 1.6 5.3 5.800c-1-2-2.7-2.7-5.3-2.700s-4.3.7-5.3 2.700Z";
const swept = "M8.8 11.600C8.2 7.2 10.4 4.5 14.3 4.300c3.7-.2 6.3 2.5 5 7.3-.5-1.5-1.4-2.5-2.3-3.3-2.5 1.4-5.4.5-7.2 1-.5.6-.8 1.3-1 2.300Z";
const curls: [number, number, number][] = [
  [9, 10.2, 2.4],
  [10.6, 7.4, 2.5],
  [14, 6.2, 2.7],
  [17.4, 7.4, 2.5],
  [19, 10.2, 2.4],
];

/** What falls behind the head and the shoulders. */
export function HairBack({ hair, color }: Props) {
  if (hair === "long") return <path d="M7.4 21C5.8 11 8 4.6 14 4.600S22.2 11 20.6 21Z" fill={color} />;
  if (hair === "scarf") return <path d="M6.6 23C5.6 12 7.6 5 14 5s8.4 7 7.4 18Z" fill={color} />;
  if (hair === "bun") return <circle cx="14" cy="4.7" r="2.5" fill={color} />;
  if (hair === "braids") {
    return (
      <g stroke={color} strokeWidth="2.6" strokeLinecap="round" fill="none">
        <path d="M8.7 11c-1.5 3.2-1.7 6.6-1 10" />
        <path d="M19.3 11c1.5 3.2 1.7 6.6 1 10" />
      </g>
    );
  }
  if (hair === "curls") {
    return (
      <g fill={color}>
        <circle cx="8.3" cy="13.2" r="2.3" />
        <circle cx="19.7" cy="13.2" r="2.3" />
      </g>
    );
  }
  return null;
}

/** What lies over the forehead. */
export function HairFront({ hair, color }: Props) {
  switch (hair) {
    case "short":
    case "long":
      return <path d={fringe} fill={color} />;
    case "bun":
    case "braids":
      return <path d={cap} fill={color} />;
    case "crop":
      return <path d={cropped} fill={color} />;
    case "quiff":
      return <path d={swept} fill={color} />;
    case "curls":
      return (
        <g fill={color}>
          {curls.map(([cx, cy, r]) => (
            <circle key={cx} cx={cx} cy={cy} r={r} />
          ))}
        </g>
      );
    case "scarf":
      return (
        <path
          d="M8.2 12.800C8 7.6 10.4 5.4 14 5.400s6 2.2 5.8 7.400C19 9.9 17 8.6 14 8.600s-5 1.3-5.8 4.200Zm.3 1.800c.7 3 2.7 4.6 5.5 4.600s4.8-1.6 5.5-4.600l.4 6.400H8.100Z"
          fill={color}
        />
      );
    case "none":
      return null;
  }
}
