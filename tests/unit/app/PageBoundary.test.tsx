import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import { PageBoundary } from '@/app/PageBoundary';

let error: unknown;

function Fragile() {
  if (error) throw error;
  return <h1>The page</h1>;
}

function open() {
  const page = (
    <PageBoundary>
      <Fragile />
    </PageBoundary>
  );
  const layout = (
    <>
      <Link to="/other">Other page</Link>
      <Outlet />
    </>
  );
  const router = createMemoryRouter([
    {
      element: layout,
      children: [
        { path: '/', element: page },
        { path: '/other', element: page },
      ],
    },
  ]);
  render(<RouterProvider router={router} />);
  return userEvent.setup();
}

beforeEach(() => {
  // React tells the console about every error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('an error in a page', () => {
  it('is told in words, with what the service’s support asks for', async () => {
    error = new ApiError('The service met an error of its own.', {
      kind: 'status',
      status: 500,
      code: 'internal.server.error',
      contextId: 'context-1',
    });
    const user = open();
    expect(screen.getByRole('heading', { level: 1, name: 'This page has failed' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('The service met an error of its own.');
    expect(screen.getByRole('alert')).toHaveTextContent('Code: internal.server.error');
    await user.click(screen.getByRole('button', { name: 'Copy context ID' }));
    expect(await navigator.clipboard.readText()).toBe('context-1');
    expect(screen.getByText('Copied')).toBeVisible();
  });

  it('ends when trying again works', async () => {
    error = new Error('Once');
    const user = open();
    error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('heading', { name: 'The page' })).toBeVisible();
  });

  it('ends on the way to another page', async () => {
    error = new Error('Here only');
    const user = open();
    error = undefined;
    await user.click(screen.getByRole('link', { name: 'Other page' }));
    expect(await screen.findByRole('heading', { name: 'The page' })).toBeVisible();
  });

  it('has words even when it is no error', () => {
    error = { not: 'an error' };
    open();
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong');
  });
});
