import { QueryClient } from '@tanstack/react-query';

/**
 * One a session: signing out throws it away with everything it holds. Without a network its reads wait and go on later,
 * unless their service needs none (`isLocal`), as that of the demo.
 */
export function createQueryClient({ isLocal = false } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The transport already repeats what is safe to repeat.
        retry: false,
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        networkMode: isLocal ? 'always' : 'online',
      },
      // What is done on demand happens in this browser, or says at once that it cannot.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
