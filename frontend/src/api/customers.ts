import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/customers.gen";
import type { CustomerSummary } from "./generated/types.gen";
import { answer } from "./http";
import { listAll } from "./pages";
import type { Page } from "./pages";

export type { Customer, CustomerEvent, CustomerSummary } from "./generated/types.gen";

const rowsAtOnce = 50;

/** Who was seen, the last seen first; or those whom an id of theirs finds. */
export const customersQuery = (workspaceId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "customers", search],
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listCustomers({
          path: { workspace_id: workspaceId },
          query: { limit: rowsAtOnce, ...(search && { search }), ...(pageParam !== null && { cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<CustomerSummary>) => page.next,
    placeholderData: keepPreviousData,
  });

export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ["customer", customerId],
    queryFn: ({ signal }) => answer(sdk.getCustomer({ path: { customer_id: customerId }, signal })),
  });

/** What happened to a customer, oldest first; at most the first 5,000. */
export const customerEventsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ["customer", customerId, "events"],
    queryFn: ({ signal }) => listAll((query) => sdk.listCustomerEvents({ path: { customer_id: customerId }, query, signal })),
  });

/** Where the browser downloads all that is kept of a customer. */
export const exportAddress = (customerId: string): string => `/api/v1/customers/${encodeURIComponent(customerId)}/export`;
