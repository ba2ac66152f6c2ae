// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loaderSource } from '../../../tools/anyBasePath';

type Headers = Record<string, string>;

const nginx = headersOf(
  'nginx/license-console-headers.conf',
  /^add_header (\S+) "(.*)" always;$/gm,
);

function read(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../../deploy', path), 'utf8');
}

function headersOf(path: string, line: RegExp): Headers {
  return Object.fromEntries(
    Array.from(read(path).matchAll(line), ([, name = '', value = '']) => [name, value] as const),
  );
}

describe('the headers in deploy/', () => {
  it('are the same for every server', () => {
    expect(Object.keys(nginx)).toHaveLength(6);
    expect(headersOf('caddy/headers.caddy', /^\t\t(\S+) "(.*)"$/gm)).toEqual(nginx);
    for (const path of ['static/root/_headers', 'static/sub-path/_headers']) {
      const { 'Cache-Control': _, ...headers } = headersOf(path, /^ {2}(\S+): (.*)$/gm);
      expect(headers, path).toEqual(nginx);
    }
  });

  it('allow the inline script that the build puts into index.html, by its hash', () => {
    expect(nginx['Content-Security-Policy']).toContain(`script-src 'self' ${loaderSource};`);
  });

  it('allow no other inline script, no eval, and no style but what a script inserts', () => {
    expect(nginx['Content-Security-Policy']).not.toContain('unsafe');
  });
});
