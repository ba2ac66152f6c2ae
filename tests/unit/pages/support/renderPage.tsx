import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConstantBackoff } from 'cockatiel';
import { createMemoryRouter, type RouteObject, RouterProvider, useLocation } from 'react-router';
import { ApiProvider } from '@/api/ApiProvider';
import { createApi } from '@/api/client';
import { createQueryClient } from '@/api/queryClient';
import { JobsProvider } from '@/jobs/JobsProvider';
import { OrganizationProvider } from '@/organization/OrganizationProvider';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox';

// Whether an element is hidden is slow to find out in jsdom, and these pages hide nothing.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

/** What the service is made to answer in a test; undefined leaves the answer to the sandbox. */
type Answer = (request: Request) => Response | Promise<Response> | undefined;

interface RenderOptions {
  sandbox?: Sandbox;
  answer?: Answer;
}

export function smallSandbox(options: SandboxOptions = {}): Sandbox {
  return createSandbox({ users: 60, rateLimit: null, licenseDelayMs: 0, ...options });
}

/** Shows a page of the console at an address, to someone signed in to a sandbox. */
export function renderPage(
  path: string,
  pages: RouteObject[],
  { sandbox = smallSandbox(), answer }: RenderOptions = {},
) {
  const token = sandbox.issueToken();
  const api = createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => token,
    onUnauthorized: () => undefined,
    transport: {
      send: async (request) => (await answer?.(request)) ?? sandbox.fetch(request),
      backoff: new ConstantBackoff(1),
    },
  });
  const router = createMemoryRouter([...pages, { path: '*', Component: Elsewhere }], {
    initialEntries: [path],
  });
  const view = render(
    <QueryClientProvider client={createQueryClient()}>
      <ApiProvider api={api}>
        <OrganizationProvider>
          <JobsProvider owner="a test" onReadBack={() => undefined}>
            <RouterProvider router={router} />
          </JobsProvider>
        </OrganizationProvider>
      </ApiProvider>
    </QueryClientProvider>,
  );
  const address = () => router.state.location.pathname + router.state.location.search;
  return { ...view, sandbox, router, address, user: userEvent.setup() };
}

/** Stands for every page that the test is not about. */
function Elsewhere() {
  const { pathname, search } = useLocation();
  return <h1>{pathname + search}</h1>;
}

/** Answers one operation by itself, by the end of its path. */
export function answering(path: string, answer: Answer): Answer {
  return (request) =>
    new URL(request.url).pathname === `/api/v2/${path}` ? answer(request) : undefined;
}

export const forever = (): Promise<Response> => new Promise(() => undefined);
