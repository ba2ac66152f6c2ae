import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import type { Auth } from '@/auth/Auth';
import { AuthProvider } from '@/auth/AuthProvider';
import { RequireSession } from '@/auth/RequireSession';
import { loadPage } from './support';

beforeEach(() => sessionStorage.clear());

function open(auth: Auth, address: string) {
  const router = createMemoryRouter(
    [
      { path: '/login', element: <p>The login page</p> },
      {
        path: '*',
        element: (
          <RequireSession>
            <p>A page of the organization</p>
          </RequireSession>
        ),
      },
    ],
    { initialEntries: [address] },
  );
  render(
    <AuthProvider auth={auth}>
      <RouterProvider router={router} />
    </AuthProvider>,
  );
  return router;
}

it('whoever is signed in sees the page', async () => {
  const auth = loadPage();
  await auth.startDemo();
  open(auth, '/licenses');
  expect(screen.getByText('A page of the organization')).toBeVisible();
});

it('everybody else is sent to sign in, and the page that was asked for is kept', async () => {
  const auth = loadPage();
  const router = open(auth, '/licenses?q=cx#top');
  expect(await screen.findByText('The login page')).toBeVisible();
  expect(screen.queryByText('A page of the organization')).toBeNull();
  expect(auth.memory.readReturnTo()).toBe('/licenses?q=cx#top');
  expect(router.state.historyAction).toBe('REPLACE');
});

it('a session that has expired leaves the page where it is', async () => {
  const auth = loadPage();
  await auth.startDemo();
  open(auth, '/licenses');
  act(() => auth.reportUnauthorized(auth.getState().session?.id ?? ''));
  expect(screen.getByText('A page of the organization')).toBeVisible();
});

it('who signs out is sent to the login page, and nobody is led back from there', async () => {
  const auth = loadPage();
  await auth.startDemo();
  open(auth, '/licenses');
  await act(() => auth.signOut());
  expect(await screen.findByText('The login page')).toBeVisible();
  expect(auth.memory.readReturnTo()).toBeUndefined();
});
