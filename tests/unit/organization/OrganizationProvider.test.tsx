import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '@/api/ApiProvider';
import type { Api } from '@/api/client';
import {
  OrganizationProvider,
  useOrganization,
  useOrganizationStore,
  useSelection,
  useSelectionStore,
} from '@/organization/OrganizationProvider';
import { SELECTION_KEY } from '@/organization/SelectionStore';
import { world } from './support';

beforeEach(() => sessionStorage.clear());

function Shown() {
  const { status, index } = useOrganization();
  const { count } = useSelection();
  const selection = useSelectionStore();
  const store = useOrganizationStore();
  return (
    <>
      <p>
        {status}, {index.size} users, {count} selected
      </p>
      <button type="button" onClick={() => selection.toggle(0, true)}>
        Select
      </button>
      <button type="button" onClick={() => store.refresh()}>
        Refresh
      </button>
    </>
  );
}

function show(api: Api, page = <Shown />) {
  return render(
    <ApiProvider api={api}>
      <OrganizationProvider>{page}</OrganizationProvider>
    </ApiProvider>,
  );
}

describe('a page below the provider', () => {
  it('shows the organization and the selection as they change', async () => {
    show(world().api);
    expect(await screen.findByText(/^ready, \d\d users, 0 selected$/)).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Select' }).click());
    expect(screen.getByText(/1 selected$/)).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Refresh' }).click());
    expect(screen.getByText(/^loading, \d\d users, 1 selected$/)).toBeVisible();
    expect(await screen.findByText(/^ready, \d\d users, 1 selected$/)).toBeVisible();
  });

  it('that does not ask for the organization does not load it', async () => {
    const { api, asked } = world();
    show(api, <p>Something else</p>);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked()).toEqual([]);
  });

  it('has its selection written down when the tab goes away', async () => {
    show(world().api);
    await screen.findByText(/^ready/);
    act(() => screen.getByRole('button', { name: 'Select' }).click());
    window.dispatchEvent(new Event('pagehide'));
    expect(JSON.parse(sessionStorage.getItem(SELECTION_KEY) ?? '')).toHaveLength(1);
  });

  it('has its requests called off when the session ends', async () => {
    const signals: AbortSignal[] = [];
    const { api } = world({}, (request) => {
      signals.push(request.signal);
      return new Promise(() => undefined);
    });
    const { unmount } = show(api);
    await waitFor(() => expect(signals.length).toBeGreaterThan(0));
    unmount();
    expect(signals.every((signal) => signal.aborted)).toBe(true);
  });

  it('says what is wrong outside the provider', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Shown />)).toThrow('outside OrganizationProvider');
  });
});
