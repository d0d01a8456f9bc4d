export { FindingBadge } from "./FindingBadge";
export { FindingsButton } from "./FindingsButton";
export { FindingsSession } from "./FindingsSession";
