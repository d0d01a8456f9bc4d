import { Layers } from "lucide-react";
import { lazy } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { PopoverButton } from "@/ui/PopoverButton";

const LayerChoices = lazy(() => import("./LayerChoices"));

/** What of the map is shown on this screen; changes nothing for anybody else. */
export function LayersMenu() {
  return (
    <PopoverButton label={m.map_layers()} placement="bottom end" content={() => <LayerChoices />}>
      {(trigger) => (
        <IconButton look="outlined" size={30} label={m.map_layers()} {...trigger}>
          <Layers size={15} aria-hidden />
        </IconButton>
      )}
    </PopoverButton>
  );
}
