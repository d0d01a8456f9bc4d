/** The screens of sources, loaded together: one file to fetch, and one to list on the first load. */
export { ConnectScreen } from "./ConnectScreen";
export { DeliveriesScreen } from "./DeliveriesScreen";
export { DeliveryScreen } from "./DeliveryScreen";
export { MappingScreen } from "./mapping/MappingScreen";
export { NewSourceScreen } from "./NewSourceScreen";
export { QuarantineScreen } from "./QuarantineScreen";
export { SourceScreen } from "./SourceScreen";
export { SourcesScreen } from "./SourcesScreen";
