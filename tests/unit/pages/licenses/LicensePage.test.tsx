import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LicenseDefinition } from '@/api/schema';
import { LicensePage } from '@/pages/licenses/LicensePage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/licenses/:licenseId', Component: LicensePage }];
const open = (id: string, options?: Parameters<typeof renderPage>[2]) =>
  renderPage(`/licenses/${encodeURIComponent(id)}`, pages, options);
const section = async (name: string) => within(await screen.findByRole('region', { name }));
const title = () => screen.getByRole('heading', { level: 1 });

/** The page of a license in an organization with just these definitions. */
function openAmong(id: string, definitions: LicenseDefinition[]) {
  return open(id, {
    answer: answering('license/definitions', () => Response.json(definitions)),
  });
}

describe('the page of a license', () => {
  it('is called by the name of the license, with its id below', async () => {
    open('cloudCX3');
    await waitFor(() => expect(title()).toHaveTextContent(/^Genesys Cloud CX 3: /));
    expect(screen.getByText('cloudCX3', { selector: 'code' })).toBeVisible();
    expect(document.title).toMatch(/^Genesys Cloud CX 3: .* · License console$/);
    expect(screen.getByRole('link', { name: 'All licenses' })).toHaveAttribute('href', '/licenses');
  });

  it('says what it asks for, directly and in turn', async () => {
    open('supervisorCopilot');
    const prerequisites = await section('Prerequisites');
    expect(prerequisites.getByRole('link', { name: /^Genesys Cloud CX 3/ })).toBeVisible();
    expect(prerequisites.getByText('These in turn ask for:')).toBeVisible();
    const lists = prerequisites.getAllByRole('list');
    expect(lists[1]).toHaveTextContent('cloudCX1');
  });

  it('says what it comprises, level by level', async () => {
    open('cloudCX3');
    const comprises = await section('Comprises');
    const outer = comprises.getAllByRole('listitem')[0];
    expect(outer).toHaveTextContent(/cloudCX2.*cloudCX1.*communicate.*collaboratePro/);
    expect(comprises.getAllByRole('list')).toHaveLength(4);
    expect(comprises.getByRole('link', { name: /CX 2/ })).toHaveAttribute(
      'href',
      '/licenses/cloudCX2',
    );
  });

  it('says who asks for it and comprises it', async () => {
    open('cloudCX3');
    expect(await (await section('Required by')).findByText('supervisorCopilot')).toBeVisible();
    expect((await section('Comprised in')).getByText('cloudCX4')).toBeVisible();
  });

  it('names its permissions by domain, and where each comes from', async () => {
    const { user } = open('cloudCX2');
    const table = within(await screen.findByRole('table', { name: 'Permissions' }));
    await user.click(await screen.findByRole('button', { name: /^Show all/ }));
    expect(table.getByRole('rowheader', { name: 'analytics' })).toBeVisible();
    const own = table.getByRole('row', { name: /^analytics:agentConversationDetail:view/ });
    expect(within(own).getByRole('link')).toHaveTextContent('cloudCX2');
    const inherited = table.getByRole('row', { name: /^chat:room:view/ });
    expect(within(inherited).getByRole('link')).toHaveTextContent('collaboratePro');
  });

  it('finds permissions, and shows a long list whole on demand', async () => {
    const { user } = open('cloudCX3');
    const permissions = await section('Permissions');
    expect(permissions.getByRole('status')).toHaveTextContent('159 permissions');
    expect(permissions.queryByText('wfm:agentSchedule:view')).not.toBeInTheDocument();
    await user.click(permissions.getByRole('button', { name: 'Show all 159' }));
    expect(permissions.getByRole('row', { name: /^wfm:agentSchedule:view/ })).toBeVisible();
    await user.type(permissions.getByRole('searchbox'), 'wfm view');
    await waitFor(() => expect(permissions.getByRole('status')).toHaveTextContent('of 159'));
    expect(permissions.queryByRole('row', { name: /^chat/ })).not.toBeInTheDocument();
  });

  it('names some of its holders, and leads to all of them', async () => {
    const { sandbox } = open('userRecording');
    const holders = await section('Holders');
    const count = sandbox.organization.holderIds.filter((id) =>
      sandbox.organization.assignmentsOf(id).includes('userRecording'),
    ).length;
    expect(await holders.findByText(`${count} users hold it.`)).toBeVisible();
    const list = within(holders.getByRole('list', { name: 'The first 20 holders' }));
    expect(list.getAllByRole('listitem')).toHaveLength(20);
    expect(holders.getByText(`and ${count - 20} more.`)).toBeVisible();
    const id = sandbox.organization.holderIds.find((holder) =>
      sandbox.organization.assignmentsOf(holder).includes('userRecording'),
    );
    const name = sandbox.organization.user(id ?? '')?.profile.name ?? '';
    expect(list.getByRole('link', { name })).toHaveAttribute('href', `/users/${id}`);
    expect(holders.getByRole('link', { name: 'See all holders in the matrix' })).toHaveAttribute(
      'href',
      '/assignments?holds=userRecording',
    );
  });
});

describe('odd definitions', () => {
  it('that comprise each other in a circle end', async () => {
    openAmong('a', [
      { id: 'a', comprises: [{ id: 'b' }], permissions: { ids: ['p:one'] } },
      { id: 'b', comprises: [{ id: 'c' }, { id: 'd' }], permissions: { ids: ['p:one'] } },
      { id: 'c', comprises: [{ id: 'a' }, { id: 'd' }] },
    ]);
    const comprises = await section('Comprises');
    expect(comprises.getByText('b')).toBeVisible();
    expect(comprises.getAllByText(/see above/)).toHaveLength(2);
    expect((await section('Permissions')).getByRole('row', { name: /^p:one/ })).toBeVisible();
  });

  it('that have nothing but an id say so', async () => {
    openAmong('bare', [{ id: 'bare' }]);
    expect(await screen.findByText('It asks for no other license.')).toBeVisible();
    expect(screen.getByText('It comprises no other license.')).toBeVisible();
    expect(screen.getByText('Its definition names no permissions.')).toBeVisible();
    expect(title()).toHaveTextContent('bare');
  });

  it('that refer to a license without a definition link to it all the same', async () => {
    openAmong('a', [{ id: 'a', prerequisites: [{ id: 'gone' }] }]);
    const prerequisites = await section('Prerequisites');
    expect(prerequisites.getByText(/no definition/)).toBeVisible();
    expect(prerequisites.getByRole('link', { name: 'gone' })).toHaveAttribute(
      'href',
      '/licenses/gone',
    );
  });

  it('show HTML as the text that it is', async () => {
    openAmong('x', [{ id: 'x', description: '<img src=x onerror=alert(1)>' }]);
    await waitFor(() => expect(title()).toHaveTextContent('<img src=x onerror=alert(1)>'));
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('an address', () => {
  it('may name a license whose id is not made for addresses', async () => {
    openAmong('a/b?c d%', [{ id: 'a/b?c d%', description: 'Odd' }]);
    await waitFor(() => expect(title()).toHaveTextContent('Odd'));
  });

  it('may name a license that the list leaves out but the service knows', async () => {
    open('special', {
      answer: answering('license/definitions/special', () =>
        Response.json({ id: 'special', description: 'A special offer' }),
      ),
    });
    await waitFor(() => expect(title()).toHaveTextContent('A special offer'));
  });

  it('may name a license that is held but has no definition', async () => {
    open('legacyDialerPro');
    expect(await screen.findByText(/gives no definition of this license/)).toBeVisible();
    const holders = await section('Holders');
    expect(await holders.findByText(/users? holds? it\.$/)).toBeVisible();
    expect(holders.getByText('No known user')).toBeVisible();
    expect(title()).toHaveTextContent('legacyDialerPro');
  });

  it('of a license that nobody knows says so, and leads back', async () => {
    open('no such one');
    await waitFor(() => expect(title()).toHaveTextContent('No such license'));
    expect(screen.getByText(/knows no license “no such one”, and nobody holds it/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See all licenses' })).toBeVisible();
  });

  it('is not said to be unknown before all holders are read', async () => {
    open('no such one', { answer: answering('license/users', forever) });
    expect(await screen.findByText('Looking for holders…')).toBeVisible();
    expect(title()).toHaveTextContent('no such one');
  });

  it('is not said to be unknown when the holders cannot be read', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add(
      { kind: '403', operation: 'getLicenseUsers' },
      { kind: '403', operation: 'getLicenseOrganization' },
    );
    open('no such one', { sandbox });
    expect(await screen.findByText('Whether anybody holds it is unknown.')).toBeVisible();
    expect(title()).not.toHaveTextContent('No such license');
  });
});

describe('what could not be read', () => {
  it('leaves the holders, and can be tried again', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '503', operation: 'getLicenseDefinitions' });
    const { user } = open('cloudCX3', { sandbox });
    expect(await screen.findByText('The license definition could not be read')).toBeVisible();
    expect(await screen.findByText(/users? holds? it\.$/)).toBeVisible();
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(title()).toHaveTextContent(/^Genesys Cloud CX 3/));
  });
});
