import { lateParts } from "../late";

const tool = lateParts(() => import("./MapTools"));
const context = lateParts(() => import("./ContextContents"));
const cells = lateParts(() => import("./canvas/late-cells"));

/** What the map page does not need for its first paint: what acts, and what shows data that is still on its way. */
export const MapTools = tool((module) => module.MapTools);
export const MapSession = tool((module) => module.MapSession);
export const HeadingFields = tool((module) => module.HeadingFields);
export const Announcer = tool((module) => module.Announcer);
export const MapStatus = tool((module) => module.MapStatus);
export const AddLaneRow = tool((module) => module.AddLaneRow);
export const LaneTools = tool((module) => module.LaneTools);
export const HeaderMenu = tool((module) => module.HeaderMenu);
export const InsertHandle = tool((module) => module.InsertHandle);
export const AddHere = tool((module) => module.AddHere);
export const CardToolbar = tool((module) => module.CardToolbar);
export const InlineText = tool((module) => module.InlineText);
export const ContextContents = context((module) => module.ContextContents);
export const ChipCell = cells((module) => module.ChipCell);
export const EmotionCell = cells((module) => module.EmotionCell);
export const EmotionCurve = cells((module) => module.EmotionCurve);
export const CollapsedCell = cells((module) => module.CollapsedCell);
export const FlowRow = cells((module) => module.FlowRow);
export const LaneSummary = cells((module) => module.LaneSummary);
export const StageCount = cells((module) => module.StageCount);
export const MetricBody = cells((module) => module.MetricBody);
