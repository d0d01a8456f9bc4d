import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/http";

const attempts = 3;

/** A refusal is final; only a silent or overloaded server is asked again. */
function worthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof Problem && error.status < 500 && error.status !== 429;
  return !refused && failures < attempts - 1;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
