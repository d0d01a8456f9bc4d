import { ContactRound, Database, MapPin, Settings, ShieldAlert, Users, Waypoints } from "lucide-react";
import { m } from "@/i18n/generated/messages";

/** The places of a workspace, in the order of the rail. */
export const places = [
  { id: "maps", to: "/w/$slug", exact: true, icon: Waypoints, label: m.shell_maps, shortcut: "g m" },
  { id: "attention", to: "/w/$slug/attention", exact: false, icon: ShieldAlert, label: m.shell_attention, shortcut: "g a" },
  { id: "personas", to: "/w/$slug/personas", exact: false, icon: Users, label: m.shell_personas, shortcut: "g p" },
  { id: "touchpoints", to: "/w/$slug/touchpoints", exact: false, icon: MapPin, label: m.shell_touchpoints, shortcut: "g t" },
  { id: "sources", to: "/w/$slug/sources", exact: false, icon: Database, label: m.shell_sources, shortcut: "g s" },
  { id: "customers", to: "/w/$slug/customers", exact: false, icon: ContactRound, label: m.shell_customers, shortcut: "g c" },
] as const;

export const settingsPlace = {
  id: "settings",
  to: "/w/$slug/settings",
  exact: false,
  icon: Settings,
  label: m.shell_settings,
  shortcut: "g ,",
} as const;
