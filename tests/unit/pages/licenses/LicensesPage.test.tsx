import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LicensesPage } from '@/pages/licenses/LicensesPage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/licenses', Component: LicensesPage }];
const open = (path = '/licenses', options?: Parameters<typeof renderPage>[2]) =>
  renderPage(path, pages, options);

const table = () => screen.findByRole('table', { name: 'License definitions' });

async function rowOf(name: string | RegExp) {
  const header = await screen.findByRole('rowheader', { name });
  const row = header.closest('tr');
  if (!row) throw new Error('A row header outside a row');
  return within(row);
}

/** The names in the order of the table. */
function names(): string[] {
  return screen.getAllByRole('rowheader').map((header) => header.textContent);
}

const allRead = () => screen.findByText(/^Read just now/);

describe('the list of licenses', () => {
  it('has each license with its name, its id, what it gives, asks for and comprises', async () => {
    open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Licenses');
    await table();
    const row = await rowOf(/^Genesys Cloud CX 3: .*cloudCX3$/);
    expect(row.getByRole('link', { name: /Genesys Cloud CX 3/ })).toHaveAttribute(
      'href',
      '/licenses/cloudCX3',
    );
    expect(row.getByRole('link', { name: 'cloudCX2' })).toBeVisible();
    const assist = await rowOf(/agentAssist/);
    expect(assist.getByRole('link', { name: 'cloudCX1' })).toBeVisible();
    expect(document.title).toBe('Licenses · License console');
  });

  it('shows a license without a description by its id, once', async () => {
    open('/licenses', {
      answer: answering('license/definitions', () => Response.json([{ id: 'bare' }])),
    });
    await table();
    expect(await screen.findAllByText('bare')).toHaveLength(1);
  });

  it('counts the holders, and leads to them', async () => {
    const { sandbox } = open();
    await table();
    await allRead();
    const held = sandbox.organization.holderIds.filter((id) =>
      sandbox.organization.assignmentsOf(id).includes('collaboratePro'),
    );
    const row = await rowOf(/collaboratePro$/);
    const link = row.getByRole('link', { name: `${held.length} holders of collaboratePro` });
    expect(link).toHaveAttribute('href', '/assignments?holds=collaboratePro');
  });

  it('marks what nobody holds, and what is held without a definition', async () => {
    const sandbox = smallSandbox();
    for (const id of sandbox.organization.holderIds) {
      sandbox.organization.setAssignment(id, 'cloudCX4', false);
    }
    open('/licenses', { sandbox });
    await table();
    await allRead();
    expect((await rowOf(/cloudCX4/)).getByText('Nobody holds it')).toBeVisible();
    const retired = await rowOf(/legacyDialerPro/);
    expect(retired.getByText('No definition')).toBeVisible();
    expect(retired.getAllByText('unknown')).toHaveLength(3);
  });
});

describe('while the organization arrives', () => {
  it('nothing is said of holders that are not read yet', async () => {
    open('/licenses', { answer: answering('license/users', forever) });
    await table();
    const row = await rowOf(/collaboratePro$/);
    expect(row.getByText('…')).toBeVisible();
    expect(screen.queryByText('Nobody holds it')).not.toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Reading the organization' })).toBeVisible();
  });

  it('a part of the holders is called a lower bound', async () => {
    open('/licenses', {
      answer: answering('license/users', (request) =>
        request.url.includes('pageNumber=1&')
          ? Response.json({
              entities: [{ id: 'someone', licenses: ['collaboratePro'] }],
              pageCount: 2,
              pageSize: 1,
            })
          : forever(),
      ),
    });
    const row = await rowOf(/collaboratePro$/);
    expect(await row.findByText('at least 1')).toBeVisible();
  });

  it('placeholders keep the place of the definitions', async () => {
    open('/licenses', { answer: answering('license/definitions', forever) });
    expect(await table()).toHaveAttribute('aria-busy', 'true');
    expect(screen.queryByText('No definition')).not.toBeInTheDocument();
  });
});

describe('what could not be read', () => {
  it('leaves the licenses that somebody holds, without a guess at their definition', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '400', operation: 'getLicenseDefinitions' });
    const { user } = open('/licenses', { sandbox });
    expect(await screen.findByText('The license definitions could not be read')).toBeVisible();
    expect(await screen.findByRole('rowheader', { name: 'collaboratePro' })).toBeVisible();
    expect(screen.queryByText('No definition')).not.toBeInTheDocument();

    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('rowheader', { name: /Genesys Cloud Collaborate/ }),
    ).toBeVisible();
  });

  it('leaves the definitions, and the holders unknown', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add(
      { kind: '403', operation: 'getLicenseUsers' },
      { kind: '403', operation: 'getLicenseOrganization' },
    );
    const { user } = open('/licenses', { sandbox });
    const row = await rowOf(/collaboratePro$/);
    expect(await row.findByText('unknown')).toBeVisible();
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row.findByRole('link', { name: /^\d+ holders of collaboratePro$/ })).toBeVisible();
  });
});

describe('finding a license', () => {
  it('goes by name, id and permission, and stays in the address', async () => {
    const { user, address } = open();
    await table();
    await user.type(screen.getByRole('searchbox', { name: 'Find licenses' }), 'CX 3 digital');
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(screen.getByRole('status')).toHaveTextContent('2 of 30 licenses');
    await waitFor(() => expect(address()).toBe('/licenses?q=CX+3+digital'));

    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'voicemail:acdVoicemail');
    const row = await rowOf(/cloudCX1/);
    expect(await row.findByText(/^Gives voicemail:acdVoicemail/)).toBeVisible();
  });

  it('is a link that shows the same again', async () => {
    open('/licenses?q=copilot&sort=-permissions');
    await table();
    await waitFor(() => expect(names()[0]).toMatch(/cloudCX4/));
    expect(names()).toContain(
      'Agent Copilot: summaries, wrap-up codes and next steps by AI agentCopilot',
    );
    expect(names().join()).not.toMatch(/userRecording/);
    expect(screen.getByRole('searchbox', { name: 'Find licenses' })).toHaveValue('copilot');
    expect(screen.getByRole('columnheader', { name: /Permissions/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  it('follows the address where a link or the back button changes it', async () => {
    const { router } = open('/licenses?q=copilot');
    await table();
    await act(() => router.navigate('/licenses?q=outbound'));
    expect(screen.getByRole('searchbox')).toHaveValue('outbound');
    await act(() => router.navigate(-1));
    expect(screen.getByRole('searchbox')).toHaveValue('copilot');
  });

  it('keeps every letter however fast they are typed', async () => {
    const { user, address } = open();
    await table();
    const text = 'wfm:a';
    for (const letter of text) {
      await user.type(screen.getByRole('searchbox'), letter);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(screen.getByRole('searchbox')).toHaveValue(text);
    await waitFor(() => expect(address()).toBe(`/licenses?q=${encodeURIComponent(text)}`));
    expect(screen.getByRole('searchbox')).toHaveValue(text);
  });

  it('says when nothing matches', async () => {
    open('/licenses?q=zzz');
    expect(await screen.findByText('No license matches')).toBeVisible();
  });
});

describe('sorting', () => {
  it('goes by name, holders and permissions, both ways', async () => {
    const { user, address } = open();
    await table();
    await allRead();
    const byName = names();
    await user.click(screen.getByRole('button', { name: 'License' }));
    expect(names()).toEqual(byName.toReversed());
    await user.click(screen.getByRole('button', { name: 'Holders' }));
    await user.click(screen.getByRole('button', { name: 'Holders' }));
    expect(names()[0]).toMatch(/userRecording$/);
    expect(address()).toBe('/licenses?sort=-holders');
  });

  it('by something unknown in the address is by name', async () => {
    open('/licenses?sort=toString');
    await table();
    expect(screen.getByRole('columnheader', { name: 'License' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });
});

describe('an organization without licenses', () => {
  it('is said to have none', async () => {
    open('/licenses', {
      answer: (request) => {
        const { pathname } = new URL(request.url);
        if (pathname.endsWith('/license/definitions')) return Response.json([]);
        return pathname.endsWith('/license/users') ? Response.json({ pageCount: 1 }) : undefined;
      },
    });
    expect(await screen.findByText('No licenses')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
