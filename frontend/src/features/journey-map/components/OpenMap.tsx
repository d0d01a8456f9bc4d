import { lazy, Suspense, useEffect, useState } from "react";
import { EditorProvider, useEditor, useSnapshot, useUi } from "../context";
import { Editor } from "../editor";
import { fromWire } from "../model/wire";
import { lastDays } from "../period";
import { ContextBar } from "./ContextBar";
import { findingsLayer, FindingsSession } from "./findings/late";
import { Announcer, MapSession, overview } from "./late-parts";
import { MapArea } from "./MapArea";
import { MapHeading } from "./MapHeading";
import { MapPage } from "./MapPage";
import { MapSkeleton } from "./MapSkeleton";
import { MapStatus } from "./MapStatus";
import { useCatalogue, useMapData } from "./useMapData";
import { useTools } from "./useTools";
import { ViewSwitch } from "./ViewSwitch";
import styles from "./screen.module.css";
import type { Catalogue } from "../catalogue";
import type { WireMap } from "../model/wire";
import type { MapSearch } from "../search";

const SidePanel = lazy(() => import("./panels/SidePanel"));
const TableView = lazy(() => import("./table/TableView"));
const EmptyMap = lazy(() => import("./EmptyMap"));

type Props = { wire: WireMap; search: MapSearch; onSearch: (search: MapSearch) => void };

/** A map that has arrived: waits for the names on it, sets its editor up and keeps it for as long as the page is open. */
export function OpenMap({ wire, ...rest }: Props) {
  const { catalogue, waiting } = useCatalogue(wire.workspace_id);
  const [opened, setOpened] = useState(!waiting);
  if (!waiting && !opened) setOpened(true);
  if (!opened) {
    return (
      <MapPage title={wire.title}>
        <MapSkeleton />
      </MapPage>
    );
  }
  return <NamedMap wire={wire} catalogue={catalogue} {...rest} />;
}

function NamedMap({ wire, catalogue, search, onSearch }: Props & { catalogue: Catalogue }) {
  const [editor] = useState(() => new Editor(fromWire(wire), catalogue));
  return (
    <EditorProvider value={editor}>
      <MapScreen search={search} onSearch={onSearch} />
    </EditorProvider>
  );
}

/** The map is painted by then. */
const PAINTED_AFTER_MS = 300;

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
  const editor = useEditor();
  useEffect(() => editor.start(), [editor]);
  useTools(empty || search.card !== undefined || search.findings !== undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      overview.fetch();
      findingsLayer.fetch();
    }, PAINTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const table = search.view === "table";
  const view = <ViewSwitch table={table} onChange={(next) => onSearch(withView(search, next.view))} />;
  return (
    <MapPage
      title={title}
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
          <Suspense>
            {empty && <EmptyMap />}
            {!empty && table && <TableView />}
          </Suspense>
          {!empty && !table && <MapArea />}
        </div>
        <Suspense>{panelOpen && <SidePanel />}</Suspense>
      </div>
      <MapSession linkedCard={search.card} />
      <FindingsSession search={search} onSearch={onSearch} />
      <Announcer />
    </MapPage>
  );
}
