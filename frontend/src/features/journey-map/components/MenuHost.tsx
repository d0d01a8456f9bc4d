import { lazy, Suspense, useMemo } from "react";
import { m } from "@/i18n/generated/messages";
import { menuEntries } from "../commands/menus";
import { useEditor, useUi } from "../context";
import type { OpenMenu } from "../store";

const MenuPopover = lazy(() => import("@/ui/MenuPopover"));

/** The menu of whatever was asked for it, by right click, by the menu key or by its "…". */
export function MenuHost() {
  const menu = useUi((state) => state.menu);
  return menu && <Opened menu={menu} />;
}

function Opened({ menu }: { menu: OpenMenu }) {
  const editor = useEditor();
  const entries = useMemo(() => menuEntries(editor, menu), [editor, menu]);
  const anchor = useMemo(() => ({ current: menu.anchor as HTMLElement }), [menu]);
  const close = () => {
    if (editor.ui.getState().menu === menu) editor.ui.setState({ menu: null });
  };
  return (
    <Suspense>
      <MenuPopover
        label={m.map_menu()}
        entries={entries}
        placement="bottom start"
        triggerRef={anchor}
        onClose={close}
      />
    </Suspense>
  );
}
