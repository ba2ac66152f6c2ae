import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answering, forever, smallSandbox } from '../support/renderPage';
import {
  grid,
  header,
  loaded,
  names,
  openMatrix,
  rowAt,
  rowCount,
  rowOf,
  search,
  someoneOf,
  stubScreen,
} from './matrix';

stubScreen();

describe('the matrix', () => {
  it('says in words what each user holds and how many hold each license', async () => {
    const { people, user } = openMatrix();
    await loaded();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Assignments');
    expect(rowCount()).toBe(people.length);
    const someone = someoneOf(people);

    await user.type(search(), someone.name);
    const row = within(rowOf(someone.name));
    for (const cell of row.getAllByRole('gridcell', { name: /hold/i })) {
      const [, licenseId = ''] = /(?:Holds|Does not hold) (.+)/.exec(cell.ariaLabel ?? '') ?? [];
      const isHeld = someone.holds.includes(licenseId);
      expect(cell).toHaveAccessibleName(`${isHeld ? 'Holds' : 'Does not hold'} ${licenseId}`);
    }
    expect(row.getByText(String(someone.holds.length))).toBeVisible();
    expect(row.getByRole('link')).toHaveAttribute('href', `/users/${someone.id}`);
  });

  it('names each license by description and id, with its holders among the users shown', async () => {
    const { sandbox, people } = openMatrix('?holds=cloudCX2');
    await loaded();
    const shown = people.filter(({ holds }) => holds.includes('cloudCX2'));
    expect(rowCount()).toBe(shown.length);
    const agentAssist = sandbox.organization.definitions.get('agentAssist')?.description ?? '';
    const count = shown.filter(({ holds }) => holds.includes('agentAssist')).length;
    expect(header(/agentAssist/)).toHaveAccessibleName(
      `${agentAssist} (agentAssist), ${count} ${count === 1 ? 'holder' : 'holders'}`,
    );
  });

  it('marks a holder who is no user', async () => {
    const { people, user } = openMatrix();
    await loaded();
    const stranger = people.find(({ profile }) => !profile);
    await user.type(search(), stranger?.name ?? '');
    expect(names()).toEqual([stranger?.id]);
    expect(within(grid()).getByText('No such user')).toBeVisible();
  });

  it('shows a name that is HTML as the text it is', async () => {
    const { user } = openMatrix();
    await loaded();
    await user.type(search(), 'onerror');
    expect(names()).toEqual(['<img src=x onerror=alert(1)>']);
    expect(grid().querySelector('img')).toBeNull();
  });
});

describe('while it is read, and when it cannot be', () => {
  it('can be used before the last page is in, and says "Unknown" of what was not read', async () => {
    openMatrix('', { answer: answering('license/users', forever) });
    await waitFor(() => expect(rowCount()).toBeGreaterThan(0));
    expect(screen.getByRole('progressbar', { name: 'Reading the organization' })).toBeVisible();
    const row = rowAt(1);
    expect(within(row).getAllByRole('gridcell', { name: 'Unknown' }).length).toBeGreaterThan(3);
    expect(within(row).queryByText(/hold/i)).toBeNull();
    expect(header(/\(agentAssist\), number of holders unknown$/)).toBeVisible();
  });

  it('can be paused, and goes on', async () => {
    const sandbox = smallSandbox({ latencyMs: 20 });
    const small = (request: Request) => {
      const url = new URL(request.url);
      if (url.searchParams.get('pageSize') !== '500') return undefined;
      url.searchParams.set('pageSize', '2');
      return sandbox.fetch(new Request(url, request));
    };
    const { user, people } = openMatrix('', { sandbox, answer: small });
    await user.click(await screen.findByRole('button', { name: 'Pause reading' }));
    expect(screen.getByText(/^Reading is paused\./u)).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(rowCount()).toBeLessThan(people.length);
    await user.click(screen.getByRole('button', { name: 'Resume reading' }));
    await loaded();
    expect(rowCount()).toBe(people.length);
  });

  it('says how many a question about licenses leaves out, and counts only from below', async () => {
    const page = (request: Request) => {
      const { searchParams } = new URL(request.url);
      return searchParams.get('pageNumber') === '1' ? someHolders() : forever();
    };
    const someHolders = () =>
      Response.json({
        entities: [{ id: 'ada', licenses: ['agentAssist'] }],
        pageCount: 2,
        pageSize: 1,
      });
    const { people, user } = openMatrix('?lacks=cloudCX2', {
      answer: answering('license/users', page),
    });
    await waitFor(() => expect(rowCount()).toBe(1));
    expect(
      await screen.findByText(`${people.length - 1} left out: what they hold was not read`),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(header(/\(agentAssist\), at least 1 holder$/)).toBeVisible();
  });

  it('says what could not be read, keeps it unknown, and reads it on demand', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '503', operation: 'getLicenseUsers' });
    const { user } = openMatrix('', { sandbox });
    expect(await screen.findByRole('alert', {}, { timeout: 10_000 })).toHaveTextContent(
      'Some of the organization could not be read: assignments',
    );
    expect(within(grid()).getAllByRole('gridcell', { name: 'Unknown' })).not.toEqual([]);
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), { timeout: 10_000 });
    expect(within(grid()).queryAllByRole('gridcell', { name: 'Unknown' })).toEqual([]);
  });

  it('says so when nothing at all could be read', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '403', operation: 'any' });
    openMatrix('', { sandbox });
    expect(await screen.findByText('The organization could not be read')).toBeVisible();
    expect(screen.getByText('No users could be read')).toBeVisible();
  });

  it('says so when an organization has no users', async () => {
    const nothing = () => Response.json({ entities: [], pageCount: 0, total: 0 });
    openMatrix('', {
      answer: (request) =>
        new URL(request.url).pathname.endsWith('/users') ? nothing() : undefined,
    });
    expect(await screen.findByText('This organization has no users')).toBeVisible();
  });

  it('marks a license without a definition', async () => {
    openMatrix('?sort=-licenses', {
      answer: answering('license/definitions', () => Response.json([{ id: 'cloudCX2' }])),
    });
    await loaded();
    expect(header(/^cloudCX2, \d+ holders?$/)).toBeVisible();
    expect(header(/^agentAssist, no definition, \d+ holders?$/)).toBeVisible();
  });
});
