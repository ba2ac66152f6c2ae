import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { AuditPage } from '@/pages/audit/AuditPage';
import { renderPage } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];
let files: Blob[] = [];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  files = [];
  URL.createObjectURL = (file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:test';
  };
  URL.revokeObjectURL = () => undefined;
  // jsdom would go to the address of the file.
  HTMLAnchorElement.prototype.click = () => undefined;
});

it.each([
  ['assignments', '/audit', 'Filter,All users', 'User ID,User,Email'],
  ['findings', '/audit?days=30', 'Filter,Absent for 30 days', 'Rule,Finding,License'],
  ['costs', '/audit?tab=cost', 'Filter,All licenses', 'License,Name,Holders'],
  [
    'users',
    '/audit?tab=permissions&permission=wfm:schedule:view',
    'Filter,Permission wfm:schedule:view',
    'User ID,User,Email',
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
      `Organization,${sandbox.organization.name} (${sandbox.organization.id})`,
    );
    expect(lines).toContain('Completely read,yes');
    expect(about).toMatch(/^Read at,\d{4}-\d\d-\d\dT/mu);
    expect(about).toMatch(/^Exported at,\d{4}-\d\d-\d\dT/mu);
    expect(about).toContain(filter);
    const table = rest.join('').split('\r\n');
    expect(table[0]).toContain(header);
    expect(table.length).toBeGreaterThan(2);
  },
);
