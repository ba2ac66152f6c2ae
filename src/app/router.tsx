import { createBrowserRouter, type RouteObject } from 'react-router';
import { ChunkLoadError } from './ChunkLoadError';
import { LoadingPage } from './LoadingPage';
import { PageBoundary } from './PageBoundary';
import { RootLayout } from './RootLayout';
import { RouteError } from './RouteError';

/** Every page is a chunk of its own, loaded when it is visited. */
export const routes: RouteObject[] = [
  {
    Component: RootLayout,
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingPage,
    children: [
      page('login', async () => (await import('@/pages/login/LoginPage')).LoginPage),
      page('callback', async () => (await import('@/pages/callback/CallbackPage')).CallbackPage),
      {
        ErrorBoundary: RouteError,
        lazy: { Component: chunk(async () => (await import('./AppFrame')).AppFrame) },
        children: [
          page('/', async () => (await import('@/pages/overview/OverviewPage')).OverviewPage),
          page(
            'licenses',
            async () => (await import('@/pages/licenses/LicensesPage')).LicensesPage,
          ),
          page(
            'licenses/:licenseId',
            async () => (await import('@/pages/licenses/LicensePage')).LicensePage,
          ),
          page(
            'assignments',
            async () => (await import('@/pages/assignments/AssignmentsPage')).AssignmentsPage,
          ),
          page('users/:userId', async () => (await import('@/pages/users/UserPage')).UserPage),
          page('assign', async () => (await import('@/pages/assign/AssignPage')).AssignPage),
          page('jobs', async () => (await import('@/pages/jobs/JobsPage')).JobsPage),
          page('jobs/:jobId', async () => (await import('@/pages/jobs/JobPage')).JobPage),
          page('*', async () => (await import('./NotFoundPage')).NotFoundPage),
        ],
      },
    ],
  },
];

export function createAppRouter(basePath: string) {
  return createBrowserRouter(routes, { basename: basePath });
}

type PageComponent = () => React.ReactNode;

function page(path: string, load: () => Promise<PageComponent>): RouteObject {
  return {
    path,
    ErrorBoundary: RouteError,
    lazy: {
      Component: chunk(async () => {
        const PageContent = await load();
        return function BoundedPage() {
          return (
            <PageBoundary>
              <PageContent />
            </PageBoundary>
          );
        };
      }),
    },
  };
}

/** Marks the failure to load a piece of the app, which has other causes and another cure than an error inside it. */
function chunk(load: () => Promise<PageComponent>): () => Promise<PageComponent> {
  return async () => {
    try {
      return await load();
    } catch (cause) {
      throw new ChunkLoadError(cause);
    }
  };
}
