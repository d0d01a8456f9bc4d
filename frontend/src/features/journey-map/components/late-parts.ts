import { LateModule } from "../late";

/** What acts on the map. Nobody needs it before they move a hand. */
export const tools = new LateModule(() => import("./MapTools"));

export const MapTools = tools.part((module) => module.MapTools);
export const MapSession = tools.part((module) => module.MapSession);
export const HeadingFields = tools.part((module) => module.HeadingFields);
export const Announcer = tools.part((module) => module.Announcer);
export const LaneTools = tools.part((module) => module.LaneTools);
export const HeaderMenu = tools.part((module) => module.HeaderMenu);
export const InsertHandle = tools.part((module) => module.InsertHandle);
export const AddHere = tools.part((module) => module.AddHere);
export const CardToolbar = tools.part((module) => module.CardToolbar);
export const InlineText = tools.part((module) => module.InlineText);

/** The whole map in the corner, drawn once the map itself is. */
export const overview = new LateModule(() => import("./Minimap"));

export const Minimap = overview.part((module) => module.Minimap);
