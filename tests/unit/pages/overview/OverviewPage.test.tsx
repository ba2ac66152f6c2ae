import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { OverviewPage } from '@/pages/overview/OverviewPage';
import * as audit from '@/workers/audit';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/', Component: OverviewPage }];
const open = (options?: Parameters<typeof renderPage>[2]) => renderPage('/', pages, options);
const section = async (name: string) => within(await screen.findByRole('region', { name }));
const allRead = () => screen.findByText(/^Read just now/);

/** An organization of just these users and assignments. */
function openOf(
  users: object[],
  holders: object[],
  definitions: object[] | 'refused' = [{ id: 'a' }],
) {
  return open({
    answer: (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/api/v2/users')) {
        return Response.json({ entities: users, pageCount: 1 });
      }
      if (pathname.endsWith('/license/users')) {
        return Response.json({ entities: holders, pageCount: 1 });
      }
      if (!pathname.endsWith('/definitions')) return undefined;
      return definitions === 'refused'
        ? Response.json({ message: 'No', status: 400 }, { status: 400 })
        : Response.json(definitions);
    },
  });
}

describe('the overview', () => {
  it('names the organization and counts its users, licenses and assignments', async () => {
    const { sandbox } = open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Overview');
    expect(await screen.findByText(sandbox.organization.name)).toBeVisible();
    await allRead();
    const glance = await section('At a glance');
    const fact = (name: string) => glance.getByText(name).nextSibling;
    const inState = (state: string) =>
      sandbox.organization.users.filter(({ profile }) => profile.state === state).length;
    expect(fact('Users')).toHaveTextContent('60');
    expect(fact('Active users')).toHaveTextContent(String(inState('active')));
    expect(fact('Inactive users')).toHaveTextContent(String(inState('inactive')));
    expect(fact('Licenses defined')).toHaveTextContent('29');
    const assignments = sandbox.organization.holderIds.flatMap((id) => [
      ...sandbox.organization.assignmentsOf(id),
    ]);
    expect(fact('Assignments')).toHaveTextContent(String(assignments.length));
    expect(document.title).toBe('Overview · License console');
  });

  it('lists the licenses by their holders, the most held first, and leads to them', async () => {
    const { user } = open();
    const table = await screen.findByRole('table', { name: 'Holders of each license' });
    await allRead();
    const counts = () =>
      within(table)
        .getAllByRole('link', { name: /holders of/ })
        .map((link) => Number(link.textContent));
    await waitFor(() => expect(counts()).toHaveLength(12));
    expect(counts()).toEqual(counts().toSorted((a, b) => b - a));
    expect(within(table).getByRole('link', { name: /holders of userRecording/ })).toHaveAttribute(
      'href',
      '/assignments?holds=userRecording',
    );
    await user.click(screen.getByRole('button', { name: 'Show all 30' }));
    expect(within(table).getAllByRole('rowheader')).toHaveLength(30);
  });
});

describe('what is worth a look', () => {
  it('is counted exactly, with the way to just these users', async () => {
    openOf(
      [
        { id: 'u1', state: 'inactive' },
        { id: 'u2', state: 'inactive' },
        { id: 'u3', state: 'active' },
        { id: 'u4', state: 'deleted' },
        { id: 'u5', state: 'inactive' },
      ],
      [
        { id: 'u1', licenses: ['a', 'b'] },
        { id: 'u2', licenses: ['a'] },
        { id: 'u4', licenses: ['a'] },
        { id: 'ghost', licenses: ['a'] },
      ],
    );
    await allRead();
    const looks = await section('Worth a look');
    const link = (name: string) => looks.getByRole('link', { name });
    expect(await looks.findByRole('link', { name: '1 holder is no known user' })).toHaveAttribute(
      'href',
      '/assignments?finding=unknownHolder',
    );
    expect(link('2 inactive users hold licenses')).toHaveAttribute(
      'href',
      '/assignments?state=inactive&min=1',
    );
    expect(link('1 deleted user holds licenses')).toHaveAttribute(
      'href',
      '/assignments?state=deleted&min=1',
    );
    expect(link('1 active user holds no license')).toHaveAttribute(
      'href',
      '/assignments?state=active&max=0',
    );
    expect(link('ghost')).toHaveAttribute('href', '/users/ghost');
    expect(looks.getByText('1 held license has no definition')).toBeVisible();
    expect(link('b')).toHaveAttribute('href', '/licenses/b');
  });

  it('leads to the audit for what is found besides', async () => {
    openOf(
      [{ id: 'u1', state: 'active' }],
      [{ id: 'u1', licenses: ['a', 'b'] }],
      [{ id: 'a', comprises: [{ id: 'b' }] }, { id: 'b' }],
    );
    const looks = await section('Worth a look');
    expect(await looks.findByRole('link', { name: '1 more finding in the audit' })).toHaveAttribute(
      'href',
      '/audit',
    );
  });

  it('is nothing when nothing stands out', async () => {
    openOf([{ id: 'u1', state: 'active' }], [{ id: 'u1', licenses: ['a'] }]);
    expect(await screen.findByText('Nothing stands out.')).toBeVisible();
  });

  it('is not said to be nothing before everything is read', async () => {
    open({ answer: answering('users', forever) });
    const looks = await section('Worth a look');
    expect(looks.getByText(/^More is known when the whole organization is read/)).toBeVisible();
    expect(looks.queryByText(/no known user/)).not.toBeInTheDocument();
    expect(looks.queryByText('Nothing stands out.')).not.toBeInTheDocument();
  });

  it('leaves out the licenses without a definition while the definitions are unknown', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '400', operation: 'getLicenseDefinitions' });
    open({ sandbox });
    await allRead();
    expect(await screen.findByText('The license definitions could not be read')).toBeVisible();
    expect(await screen.findByText(/inactive users? holds? licenses/)).toBeVisible();
    expect(screen.queryByText(/no definition$/)).not.toBeInTheDocument();
  });

  it('is not said to be nothing where only the definitions could tell', async () => {
    openOf([{ id: 'u1', state: 'active' }], [{ id: 'u1', licenses: ['a'] }], 'refused');
    expect(
      await screen.findByText(
        'Nothing stands out in what can be checked without license definitions.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('Nothing stands out.')).not.toBeInTheDocument();
  });

  it('is shown as far as people are read, and what is not known yet is left out', async () => {
    open({
      answer: (request) => {
        const { pathname, searchParams } = new URL(request.url);
        if (pathname.endsWith('/license/users')) {
          return Response.json({ entities: [{ id: 'u1', licenses: ['a'] }], pageCount: 1 });
        }
        if (!pathname.endsWith('/api/v2/users')) return undefined;
        if (searchParams.get('pageNumber') !== '1') return forever();
        const entities = [{ id: 'u1', state: 'inactive' }];
        return Response.json({ entities, pageCount: 2, pageSize: 1 });
      },
    });
    const looks = await section('Worth a look');
    expect(
      await looks.findByRole('link', { name: '1 inactive user holds licenses' }),
    ).toBeVisible();
    expect(looks.getByText(/^More is known when the whole organization is read/)).toBeVisible();
    expect(looks.queryByText(/holds? no license/)).not.toBeInTheDocument();
  });

  it('is told to be unknown where looking fails, and can be tried again', async () => {
    const find = vi.spyOn(audit, 'findInWorker').mockRejectedValue(new Error('Out of memory.'));
    vi.spyOn(console, 'error').mockReturnValue();
    const { user } = openOf([{ id: 'u1', state: 'active' }], [{ id: 'u1', licenses: ['a'] }]);
    const looks = await section('Worth a look');
    expect(await looks.findByText('The organization could not be looked through')).toBeVisible();
    expect(looks.getByText('Out of memory.')).toBeVisible();
    await allRead();
    expect((await section('At a glance')).getByText('Users').nextSibling).toHaveTextContent('1');
    expect(looks.queryByText('Nothing stands out.')).not.toBeInTheDocument();
    find.mockRestore();
    await user.click(looks.getByRole('button', { name: 'Try again' }));
    expect(await looks.findByText('Nothing stands out.')).toBeVisible();
  });
});

describe('while the organization arrives', () => {
  it('says how far it is, and calls what is counted so far a lower bound', async () => {
    open({
      answer: answering('users', (request) =>
        request.url.includes('pageNumber=1&')
          ? Response.json({
              entities: [{ id: 'u1', state: 'active' }],
              pageCount: 2,
              pageSize: 1,
            })
          : forever(),
      ),
    });
    expect(await screen.findByText(/people: 1 of 2 pages/)).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Reading the organization' })).toBeVisible();
    const glance = await section('At a glance');
    expect(glance.getByText('Active users').nextSibling).toHaveTextContent('at least 1');
  });
});

describe('what could not be read', () => {
  it('is named, and can be tried again', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '503', operation: 'getUsers' });
    const { user } = open({ sandbox });
    expect(
      await screen.findByText('Some of the organization could not be read: people'),
    ).toBeVisible();
    expect(screen.getByText(/could not be read, so there may be more/)).toBeVisible();
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect((await section('At a glance')).getByText('Users').nextSibling).toHaveTextContent('60');
  });

  it('is everything when the connection is lost', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: 'dropBefore' });
    open({ sandbox });
    expect(await screen.findByText('The organization could not be read')).toBeVisible();
    expect(screen.queryByText('Nothing stands out.')).not.toBeInTheDocument();
  });

  it('does not take away what was read before', async () => {
    const sandbox = smallSandbox();
    const { user } = open({ sandbox });
    await allRead();
    sandbox.faults.add({ kind: 'dropBefore' });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('The organization could not be read')).toBeVisible();
    expect((await section('At a glance')).getByText('Users').nextSibling).toHaveTextContent('60');
  });
});

describe('an organization that says nothing of itself', () => {
  it('is shown all the same', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: 'stripOptional' });
    open({ sandbox });
    await allRead();
    expect(await screen.findByText('An organization without a name')).toBeVisible();
    expect((await section('At a glance')).getByText('Licenses held')).toBeVisible();
  });
});
