import { useState } from "react";
import { Page } from "@/ui/layout/Page";
import { catalogueOf } from "../catalogue";
import { EditorProvider, useSnapshot, useUi } from "../context";
import { Editor } from "../editor";
import { fromWire } from "../model/document";
import { Sync } from "../model/sync";
import { lastDays } from "../period";
import { apiTransport, browserStore } from "../transport";
import { Announcer } from "./Announcer";
import { BulkBar } from "./BulkBar";
import { MapViewport } from "./canvas/MapViewport";
import { ContextBar } from "./ContextBar";
import { Dock } from "./Dock";
import { EmptyMap } from "./EmptyMap";
import { MapDialogs } from "./dialogs/MapDialogs";
import { MapHeading } from "./MapHeading";
import { MapStatus } from "./MapStatus";
import { MenuHost } from "./MenuHost";
import { Minimap } from "./Minimap";
import { SidePanel } from "./panels/SidePanel";
import { TableView } from "./table/TableView";
import { useMapCommands } from "./useMapCommands";
import { useMapData } from "./useMapData";
import { useSession } from "./useSession";
import { ViewSwitch } from "./ViewSwitch";
import styles from "./screen.module.css";
import type { WireMap } from "../model/document";
import type { MapSearch } from "../search";

type Props = { wire: WireMap; search: MapSearch; onSearch: (search: MapSearch) => void };

const NOTHING = catalogueOf({ personas: [], touchpoints: [], channels: [], members: [] });

/** A map that has arrived: sets its editor up and keeps it for as long as the page is open. */
export function OpenMap({ wire, search, onSearch }: Props) {
  const [editor] = useState(() => new Editor(new Sync(fromWire(wire), apiTransport(wire.id), browserStore()), NOTHING));
  return (
    <EditorProvider value={editor}>
      <MapScreen search={search} onSearch={onSearch} />
    </EditorProvider>
  );
}

function withView({ view: before, ...search }: MapSearch, view: MapSearch["view"]): MapSearch {
  return view === undefined || before === view ? search : { ...search, view };
}

function MapScreen({ search, onSearch }: Omit<Props, "wire">) {
  const title = useSnapshot((state) => state.structure.doc.map.title);
  const empty = useSnapshot((state) => state.structure.stages.length === 0);
  const panelOpen = useUi((state) => state.panel !== null);
  const [standard] = useState(() => lastDays(30));
  const period = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : standard;
  const measures = useMapData(period);
  useSession(search.card);
  useMapCommands();
  const table = search.view === "table";
  const view = <ViewSwitch table={table} onChange={(next) => onSearch(withView(search, next.view))} />;
  return (
    <Page
      title={title}
      layout="fill"
      heading={<MapHeading />}
      status={<MapStatus />}
      center={<div className={styles.inBar}>{view}</div>}
    >
      <div className={styles.screen}>
        <div className={styles.body}>
          <ContextBar
            view={<div className={styles.onPhone}>{view}</div>}
            period={period}
            measures={measures}
            onPeriod={(next) => onSearch({ ...search, ...next })}
          />
          {empty && <EmptyMap />}
          {!empty && table && <TableView />}
          {!empty && !table && (
            <div className={styles.stageArea}>
              <MapViewport />
              <BulkBar />
              <Dock />
              <Minimap />
            </div>
          )}
        </div>
        {panelOpen && <SidePanel />}
      </div>
      <MenuHost />
      <MapDialogs />
      <Announcer />
    </Page>
  );
}
