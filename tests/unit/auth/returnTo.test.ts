// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentPath, safeReturnTo } from '@/auth/returnTo';

const ORIGIN = 'https://console.example';
const BASE = '/tools/licenses/';

/** Where a browser would go, when the app is asked to go to a path. */
function destination(path: string): URL {
  return new URL(BASE.slice(0, -1) + path, ORIGIN);
}

describe('a return address', () => {
  it.each([
    '/',
    '/licenses',
    '/licenses/cx%2F3?tab=holders#top',
    '/assignments?q=M%C3%BCller&sort=-name',
    '/users/7d1e0c6a?x=//evil.example',
    '/logins',
    '/licenses/login',
  ])('inside the app is kept: %s', (path) => expect(safeReturnTo(path)).toBe(path));

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2F/evil.example',
    '/%2Fevil.example',
    '/%252Fevil.example',
    '/%5Cevil.example',
    '/%255cevil.example',
    '/%09/evil.example',
    '/%',
    '/%E0%A4%A',
    'https://evil.example/',
    'HTTPS:evil.example',
    'javascript:alert(1)',
    '/javascript:alert(1)\u0000',
    'data:text/html,x',
    'licenses',
    '?q=1',
    '#x',
    ' /licenses',
    '',
    `/${'a'.repeat(3000)}`,
    undefined,
    null,
    7,
    { toString: () => '/licenses' },
  ])('that leads elsewhere leads home: %j', (value) => expect(safeReturnTo(value)).toBe('/'));

  it.each([
    '/login',
    '/login/',
    '/LOGIN?x',
    '/callback',
    '/callback#access_token=x',
    '/%6cogin',
    '/licenses/../login',
    '/%2e/callback',
  ])('that is a sign-in page leads home: %s', (path) => expect(safeReturnTo(path)).toBe('/'));

  const separators = [
    '/',
    '//',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    ';',
    ' ',
    '\t',
    '\n',
    '\u0000',
  ];
  const encoded = ['%2f', '%5c', '%2e', '%25'];
  const names = ['evil.example', 'login', 'callback', 'https:', 'javascript:'];
  const nastyPieces = [...separators, ...encoded, ...names];
  const nasty = fc.array(fc.oneof(fc.constantFrom(...nastyPieces), fc.string({ maxLength: 4 })), {
    maxLength: 12,
  });

  it('never leaves the app, whatever it is made of', () => {
    fc.assert(
      fc.property(nasty, fc.boolean(), (pieces, rooted) => {
        const safe = safeReturnTo((rooted ? '/' : '') + pieces.join(''));
        const { origin, pathname } = destination(safe);
        expect(origin).toBe(ORIGIN);
        expect(pathname.startsWith(BASE)).toBe(true);
        expect(safe).toMatch(/^\/(?![/\\])/);
        expect(pathname.toLowerCase()).not.toMatch(/\/licenses\/(login|callback)\/*$/);
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same when it is taken a second time', () => {
    fc.assert(
      fc.property(nasty, (pieces) => {
        const once = safeReturnTo(`/${pieces.join('')}`);
        expect(safeReturnTo(once)).toBe(once);
      }),
    );
  });
});

describe('the path of the page that is open', () => {
  const at = (address: string) => currentPath(BASE, new URL(address, ORIGIN));

  it('leaves out the base path, and keeps query and fragment', () => {
    expect(at(`${BASE}assignments?q=a#row`)).toBe('/assignments?q=a#row');
    expect(at(BASE)).toBe('/');
  });

  it('is home for an address that is not of the app, or a sign-in page', () => {
    expect(at('/elsewhere')).toBe('/');
    expect(at(`${BASE}callback`)).toBe('/');
  });
});
