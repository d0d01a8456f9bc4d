import type { APIRequestContext } from "@playwright/test";

export type Ids = { maps: string; personas: string; touchpoints: string; sources: string; customers: string; slug: string };

/** Every page of a workspace, what must be on it before it is judged, and where it is. */
export const pages: { name: string; shows: string; path: (ids: Ids) => string }[] = [
  { name: "gallery", shows: "Buying a sofa online", path: ({ slug }) => `/w/${slug}` },
  { name: "templates", shows: "Service blueprint", path: ({ slug }) => `/w/${slug}/new` },
  { name: "attention", shows: "Reviewed", path: ({ slug }) => `/w/${slug}/attention` },
  { name: "personas", shows: "Mara Lindqvist", path: ({ slug }) => `/w/${slug}/personas` },
  { name: "persona", shows: "Frustrations", path: ({ slug, personas }) => `/w/${slug}/personas/${personas}` },
  { name: "touchpoints", shows: "Social media", path: ({ slug }) => `/w/${slug}/touchpoints` },
  { name: "touchpoint", shows: "Where it is used", path: ({ slug, touchpoints }) => `/w/${slug}/touchpoints/${touchpoints}` },
  { name: "channels", shows: "Instagram", path: ({ slug }) => `/w/${slug}/touchpoints/channels` },
  { name: "sources", shows: "Web shop", path: ({ slug }) => `/w/${slug}/sources` },
  { name: "new source", shows: "Where do the events come from?", path: ({ slug }) => `/w/${slug}/sources/new` },
  { name: "source with settings", shows: "What is signed", path: ({ slug }) => `/w/${slug}/sources/new?format=hmac` },
  { name: "connecting", shows: "Send an event", path: ({ slug, sources }) => `/w/${slug}/sources/${sources}/connect` },
  { name: "mapping", shows: "The last items", path: ({ slug, sources }) => `/w/${slug}/sources/${sources}/mapping` },
  { name: "deliveries", shows: "Choose all that are shown", path: ({ slug }) => `/w/${slug}/sources/deliveries` },
  { name: "source", shows: "Edit mapping", path: ({ slug, sources }) => `/w/${slug}/sources/${sources}` },
  { name: "quarantine", shows: "These items were not understood", path: ({ slug }) => `/w/${slug}/sources/quarantine` },
  { name: "imports", shows: "Drop a file here", path: ({ slug }) => `/w/${slug}/sources/imports` },
  { name: "customers", shows: "Last seen", path: ({ slug }) => `/w/${slug}/customers` },
  { name: "customer", shows: "What happened", path: ({ slug, customers }) => `/w/${slug}/customers/${customers}` },
  { name: "privacy log", shows: "Whom they were about", path: ({ slug }) => `/w/${slug}/customers/log` },
  { name: "settings", shows: "Everybody in the workspace sees this name.", path: ({ slug }) => `/w/${slug}/settings` },
  { name: "checks", shows: "Somebody looks after the map", path: ({ slug }) => `/w/${slug}/settings/checks` },
  { name: "members", shows: "Elena", path: ({ slug }) => `/w/${slug}/settings/members` },
  { name: "API keys", shows: "New key", path: ({ slug }) => `/w/${slug}/settings/api-keys` },
  { name: "profile", shows: "Current password", path: ({ slug }) => `/w/${slug}/settings/profile` },
  { name: "missing page", shows: "does not exist", path: () => "/w/nowhere" },
];

/** Something of each kind to open: what the demo has, for other tests leave things of their own behind. */
export async function idsOf(api: APIRequestContext, workspace: { id: string; slug: string }): Promise<Ids> {
  const idOf = async (kind: string, called?: string) => {
    const answer = await api.get(`/api/v1/workspaces/${workspace.id}/${kind}?limit=200`);
    const { items } = (await answer.json()) as { items: { id: string; name?: string; title?: string }[] };
    return items.find(({ name, title }) => !called || [name, title].includes(called))?.id ?? "";
  };
  return {
    slug: workspace.slug,
    maps: await idOf("maps", "Buying a sofa online"),
    personas: await idOf("personas", "Mara Lindqvist"),
    touchpoints: await idOf("touchpoints", "Checkout"),
    sources: await idOf("sources", "Web shop"),
    customers: await idOf("customers"),
  };
}
