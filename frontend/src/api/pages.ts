import { answer } from "./http";
import { problemText } from "./problem-text";

/** One answer of a list: `next` is the cursor of what follows, null at the end. */
export type Page<Item> = { items: Item[]; next: string | null };
export type PageQuery = { limit: number; cursor?: string };

type ReadPage<Item> = (query: PageQuery) => Promise<{ data?: Page<Item> | undefined; error?: unknown; response?: Response }>;

const largestPage = 200;
const mostPages = 25;

/** Reads a list to its end, page by page; at most 5,000 items. */
export async function listAll<Item>(read: ReadPage<Item>): Promise<Item[]> {
  const items: Item[] = [];
  let query: PageQuery = { limit: largestPage };
  for (let page = 0; page < mostPages; page += 1) {
    const { items: more, next } = await answer(read(query));
    items.push(...more);
    if (next === null) break;
    query = { limit: largestPage, cursor: next };
  }
  return items;
}

type PagedQuery = { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown };

/** The way to more of a list that is read page by page, as long lists want it. */
export const moreOf = ({ hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage }: PagedQuery) => ({
  hasMore: hasNextPage,
  busy: isFetchingNextPage,
  problem: isFetchNextPageError ? problemText(error) : undefined,
  onMore: () => void fetchNextPage(),
});
