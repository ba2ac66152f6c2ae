import type { ReactNode } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { LoadingPage } from './LoadingPage';
import { PageNotLoaded, ScreenNotLoaded } from './NotLoaded';
import { PageBoundary } from './PageBoundary';
import { RootLayout } from './RootLayout';
import { RouteError } from './RouteError';

/** Every page is a chunk of its own, loaded when it is visited. */
export function createRoutes(): RouteObject[] {
  return [
    {
      Component: RootLayout,
      ErrorBoundary: RouteError,
      HydrateFallback: LoadingPage,
      children: [
        screen('login', async () => (await import('@/pages/login/LoginPage')).LoginPage),
        screen(
          'callback',
          async () => (await import('@/pages/callback/CallbackPage')).CallbackPage,
        ),
        {
          ...screen(undefined, async () => (await import('./AppFrame')).AppFrame),
          children: createPages(),
        },
      ],
    },
  ];
}

function createPages(): RouteObject[] {
  return [
    page('/', async () => (await import('@/pages/overview/OverviewPage')).OverviewPage),
    page('licenses', async () => (await import('@/pages/licenses/LicensesPage')).LicensesPage),
    page(
      'licenses/:licenseId',
      async () => (await import('@/pages/licenses/LicensePage')).LicensePage,
    ),
    page(
      'assignments',
      async () => (await import('@/pages/assignments/AssignmentsPage')).AssignmentsPage,
    ),
    page('users/:userId', async () => (await import('@/pages/users/UserPage')).UserPage),
    page('assign', async () => {
      // A job that is begun here is to be watched also where the network, or the version, is gone by then.
      import('@/pages/jobs/JobPage').catch(() => undefined);
      return (await import('@/pages/assign/AssignPage')).AssignPage;
    }),
    page('jobs', async () => (await import('@/pages/jobs/JobsPage')).JobsPage),
    page('jobs/:jobId', async () => (await import('@/pages/jobs/JobPage')).JobPage),
    page('audit', async () => (await import('@/pages/audit/AuditPage')).AuditPage),
    page(
      'audit/report',
      async () => (await import('@/pages/audit/report/AuditReportPage')).AuditReportPage,
    ),
    page('*', async () => (await import('./NotFoundPage')).NotFoundPage),
  ];
}

export function createAppRouter(basePath: string) {
  return createBrowserRouter(createRoutes(), { basename: basePath });
}

type Screen = () => ReactNode;

/** What fills the window: the frame, or one of the pages that are shown without it. */
function screen(path: string | undefined, load: () => Promise<Screen>) {
  return { ...(path && { path }), lazy: { Component: orElse(ScreenNotLoaded, load) } };
}

/** A page inside the frame. Whatever goes wrong in it stays in it. */
function page(path: string, load: () => Promise<Screen>): RouteObject {
  async function loadBounded(): Promise<Screen> {
    const PageContent = await load();
    return function BoundedPage() {
      return (
        <PageBoundary>
          <PageContent />
        </PageBoundary>
      );
    };
  }
  return { path, lazy: { Component: orElse(PageNotLoaded, loadBounded) } };
}

/** The router shows nothing at all for a route that fails to load, so that failure is a page of its own. */
function orElse(failed: Screen, load: () => Promise<Screen>): () => Promise<Screen> {
  return () => load().catch(() => failed);
}
