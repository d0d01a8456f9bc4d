export { ChipCell } from "./ChipCell";
export { CollapsedCell } from "./CollapsedCell";
export { EmotionCell } from "./EmotionCell";
export { EmotionCurve } from "./EmotionCurve";
export { FlowRow } from "./FlowRow";
export { LaneSummary } from "../LaneSummary";
export { MetricBody } from "./MetricBody";
export { StageCount } from "./StageCount";
