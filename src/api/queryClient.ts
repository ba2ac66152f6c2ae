import { QueryClient } from '@tanstack/react-query';

/** One a session: signing out throws it away with everything it holds. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The transport already repeats what is safe to repeat.
        retry: false,
        staleTime: 60_000,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
}
