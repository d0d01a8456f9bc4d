import { BulkBar } from "./BulkBar";
import { MenuHost } from "./MenuHost";
import { useFocusFollowing } from "./canvas/useFocusFollowing";
import { useInteraction } from "./canvas/useInteraction";

export { AddHere } from "./canvas/AddHere";
export { HeaderMenu } from "./canvas/HeaderMenu";
export { LaneTools } from "./canvas/LaneTools";
export { InsertHandle } from "./canvas/InsertHandle";
export { CardToolbar } from "./canvas/CardToolbar";
export { HeadingFields } from "./HeadingFields";
export { Announcer } from "./Announcer";
export { MapSession } from "./MapSession";
export { InlineText } from "./InlineText";

/** Everything that acts on the drawn map: keys, pointers, menus, and the bar of what is selected. */
export function MapTools({ viewport }: { viewport: HTMLElement }) {
  useInteraction(viewport);
  useFocusFollowing(viewport);
  return (
    <>
      <BulkBar />
      <MenuHost />
    </>
  );
}
