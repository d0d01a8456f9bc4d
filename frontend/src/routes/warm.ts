import type { QueryClient } from "@tanstack/react-query";

type Query = Parameters<QueryClient["query"]>[0];

/** Starts loading what a page will need while its code is still on the way. The page itself shows what failed. */
export function warm(client: QueryClient, ...queries: readonly unknown[]): void {
  for (const query of queries) client.query(query as Query).catch(() => undefined);
}

/** The same for queries that are not worth having on the first load: `find` imports them. */
export function warmLater(client: QueryClient, find: () => Promise<readonly unknown[]>): void {
  void find().then((queries) => warm(client, ...queries));
}
