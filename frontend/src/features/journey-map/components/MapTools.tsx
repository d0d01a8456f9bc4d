import { BulkBar } from "./BulkBar";
import { Dock } from "./Dock";
import { MenuHost } from "./MenuHost";
import { Minimap } from "./Minimap";
import { useFocusFollowing } from "./canvas/useFocusFollowing";
import { useInteraction } from "./canvas/useInteraction";

export { AddHere } from "./canvas/AddHere";
export { HeaderMenu } from "./canvas/HeaderMenu";
export { LaneTools } from "./canvas/LaneTools";
export { InsertHandle } from "./canvas/InsertHandle";
export { CardToolbar } from "./canvas/CardToolbar";
export { HeadingFields } from "./HeadingFields";
export { Announcer } from "./Announcer";
export { AddLaneRow } from "./canvas/AddLaneRow";
export { MapStatus } from "./MapStatus";
export { MapSession } from "./MapSession";
export { InlineText } from "./InlineText";

/** Everything that acts on the drawn map: keys, pointers, menus, and the tools that float over it. */
export function MapTools({ viewport }: { viewport: HTMLElement }) {
  useInteraction(viewport);
  useFocusFollowing(viewport);
  return (
    <>
      <BulkBar />
      <Dock />
      <Minimap />
      <MenuHost />
    </>
  );
}
