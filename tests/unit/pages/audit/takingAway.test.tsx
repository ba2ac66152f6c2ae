import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { AuditPage } from '@/pages/audit/AuditPage';
import { filesSaved } from '../support/filesSaved';
import { renderPage } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];
let files: Blob[] = [];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  files = filesSaved();
});

it.each([
  ['assignments', '/audit', '"Filter","All users"', '"User ID","User","Email"'],
  [
    'findings',
    '/audit?days=30',
    '"Filter","Absent for 30 days or more"',
    '"Rule","Finding","License"',
  ],
  ['costs', '/audit?tab=cost', '"Filter","All licenses"', '"License","Name","Holders"'],
  [
    'users',
    '/audit?tab=permissions&permission=wfm:schedule:view',
    '"Filter","Permission wfm:schedule:view"',
    '"User ID","User","Email"',
  ],
])(
  '%s are taken away in a file that says the organization, the time and the filter',
  async (subject, path, filter, header) => {
    const { user, sandbox } = renderPage(path, pages);
    const button = await screen.findByRole('button', { name: `Export ${subject}` });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await user.click(await screen.findByRole('menuitem', { name: /^CSV/u }));
    await waitFor(() => expect(files).toHaveLength(1));
    const [about = '', ...rest] = ((await files[0]?.text()) ?? '').split('\r\n\r\n');
    const lines = about.split('\r\n');
    expect(lines).toContain(
      `"Organization","${sandbox.organization.name} (${sandbox.organization.id})"`,
    );
    expect(lines).toContain('"Completely read","yes"');
    expect(about).toMatch(/^"Read at","\d{4}-\d\d-\d\dT/mu);
    expect(about).toMatch(/^"Exported at","\d{4}-\d\d-\d\dT/mu);
    expect(about).toContain(filter);
    const table = rest.join('').split('\r\n');
    expect(table[0]).toContain(header);
    expect(table.length).toBeGreaterThan(2);
  },
);

it('what is muted is taken away with the reason, also where nothing is found of it any more', async () => {
  const first = renderPage('/audit', pages);
  const owner = new URL('https://api.example.test').origin;
  const { organization } = first.sandbox;
  const [me, someone] = organization.users;
  first.unmount();
  const mutes = [
    { rule: 'redundant', reason: '=1+1', mutedAt: '2026-11-01T00:00:00.000Z' },
    {
      rule: 'longAbsent',
      userId: someone?.id,
      reason: 'On leave, until May',
      mutedAt: '2026-11-02T00:00:00.000Z',
    },
  ];
  localStorage.setItem(
    `license-console.audit.mutes|${owner}|${organization.id}|${me?.id}`,
    JSON.stringify(mutes),
  );
  const { user } = renderPage('/audit', pages);
  await user.click(await screen.findByRole('button', { name: 'Export what is muted' }));
  await user.click(await screen.findByRole('menuitem', { name: /^CSV/u }));
  await waitFor(() => expect(files).toHaveLength(1));
  const text = (await files[0]?.text()) ?? '';
  expect(text).toContain(`"Organization","${organization.name} (${organization.id})"`);
  expect(text).toContain(
    `"Redundant","redundant",,"Everybody",,"'=1+1","2026-11-01T00:00:00.000Z"`,
  );
  expect(text).toContain(`"longAbsent","${someone?.id}","${someone?.profile.name}"`);
  expect(text).toContain('"On leave, until May","2026-11-02T00:00:00.000Z"');
});
