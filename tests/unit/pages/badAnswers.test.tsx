import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignmentsPage } from '@/pages/assignments/AssignmentsPage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { LicensePage } from '@/pages/licenses/LicensePage';
import { LicensesPage } from '@/pages/licenses/LicensesPage';
import { OverviewPage } from '@/pages/overview/OverviewPage';
import { UserPage } from '@/pages/users/UserPage';
import { stubScreen } from './assignments/matrix';
import { renderPage } from './support/renderPage';

stubScreen();
vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const pages = [
  { path: '/', Component: OverviewPage },
  { path: '/licenses', Component: LicensesPage },
  { path: '/licenses/:licenseId', Component: LicensePage },
  { path: '/assignments', Component: AssignmentsPage },
  { path: '/users/:userId', Component: UserPage },
  { path: '/audit', Component: AuditPage },
];
const ADDRESSES = ['/', '/licenses', '/licenses/cloudCX1', '/assignments', '/users/1', '/audit'];

const RUBBISH = [null, 1, 'x', [], { id: 7, name: {}, licenses: 'all', permissions: [null] }];
const UNREADABLE: [string, () => Response][] = [
  [
    'a page of HTML with status 200',
    () =>
      new Response('<!doctype html><title>Portal</title>', {
        headers: { 'Content-Type': 'text/html' },
      }),
  ],
  ['nothing', () => new Response(null, { headers: { 'Content-Length': '0' } })],
  ['5 MB of error', () => Response.json({ message: 'x'.repeat(5_000_000) }, { status: 400 })],
];
const OF_OTHER_SHAPE: [string, () => Response][] = [
  ['a text', () => Response.json('maintenance')],
  ['a list of rubbish', () => Response.json(RUBBISH)],
  ['an object of rubbish', () => Response.json({ entities: RUBBISH, total: 'many' })],
  ['5 MB of it', () => Response.json(Array.from({ length: 20_000 }, () => 'x'.repeat(250)))],
];

describe.each(ADDRESSES)('the page %s', (address) => {
  it.each(UNREADABLE)('says that it was answered with %s', async (_, answer) => {
    renderPage(address, pages, { answer });
    const alerts = await screen.findAllByRole('alert');
    for (const alert of alerts) expect(alert.textContent.length).toBeLessThan(2_000);
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  });

  it.each(OF_OTHER_SHAPE)('stands when it is answered with %s', async (_, answer) => {
    const noise = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    renderPage(address, pages, { answer });
    await waitFor(() => expect(screen.queryByText(/Reading the organization…/u)).toBeNull());
    expect(screen.queryByText('Unexpected Application Error!'), said(noise.mock.calls)).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

const said = (calls: unknown[][]) => calls.flat().slice(0, 2).map(String).join(' ').slice(0, 600);
