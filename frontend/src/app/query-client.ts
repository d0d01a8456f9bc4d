import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/http";

const attempts = 3;

/** A refusal is final; only a silent or overloaded server is asked again. */
function worthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof Problem && error.status < 500 && error.status !== 429;
  return !refused && failures < attempts - 1;
}

/** `onSignedOut` is called when an answer says that the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const asksWhoIsThere = query.queryKey[0] === "session";
        if (!asksWhoIsThere && error instanceof Problem && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
