// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { configFaultText } from '@/app/configFaultText';
import { ConfigError, defaultConfig } from '@/config/config';
import { loadConfig } from '@/config/loadConfig';

function serverAnswers(body: string, { status = 200, type = 'application/json' } = {}) {
  const fetch = vi.fn<(address: string) => Promise<Response>>(async () => {
    return new Response(body, { status, headers: { 'Content-Type': type } });
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

/** Why the file cannot be used, in the words that are shown. */
async function faultOf(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.catch((error: unknown) => error);
  if (!(error instanceof ConfigError)) throw new Error('The file was taken');
  return error.problems.map(({ fault }) => configFaultText(fault)).join();
}

afterEach(() => vi.unstubAllGlobals());

const missing = { config: defaultConfig(), found: false };

describe('the configuration file', () => {
  it('is read next to the start page, wherever that is', async () => {
    const fetch = serverAnswers('{"region": "mypurecloud.de"}');
    const { config, found } = await loadConfig('/tools/licenses/');
    expect(fetch.mock.calls[0]?.[0]).toBe('/tools/licenses/config.json');
    expect(config.region).toBe('mypurecloud.de');
    expect(found).toBe(true);
  });

  it('may begin with a byte order mark, as some editors write it', async () => {
    serverAnswers('\uFEFF{"clientId": "abc"}');
    expect((await loadConfig('/')).config.clientId).toBe('abc');
  });

  it.each([404, 410])('is missing when the server answers %d', async (status) => {
    serverAnswers('Not found', { status, type: 'text/plain' });
    expect(await loadConfig('/')).toEqual(missing);
  });

  it('is missing when the server answers a page in its place', async () => {
    serverAnswers('<!doctype html><title>License console</title>', { type: 'text/html' });
    expect(await loadConfig('/')).toEqual(missing);
    serverAnswers('\n<!DOCTYPE html>', { type: 'application/octet-stream' });
    expect(await loadConfig('/')).toEqual(missing);
  });

  it('that cannot be read is an error, not a missing file', async () => {
    serverAnswers('Oops', { status: 500 });
    expect(await faultOf(loadConfig('/'))).toContain('the server answered with status 500');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await faultOf(loadConfig('/'))).toContain('the server did not answer');
  });

  it.each([
    ['{\n  "region": "mypurecloud.de",\n}', 'line 3, column 1: expected the name of a setting'],
    ['{\n  "demo": true\n  "grant": "pkce"\n}', 'line 3, column 3: expected a comma'],
    ['{ "demo": True }', 'line 1, column 11: this word is not JSON'],
    ['{ "demo": true', 'line 1, column 15: expected a closing brace'],
    ['{} {}', 'line 1, column 4: expected the end of the file'],
    ['// none\n{}', 'line 1, column 1: comments are not allowed'],
    ['', 'line 1, column 1: expected a value'],
  ])('that is not JSON names the place: %j', async (text, words) => {
    serverAnswers(text);
    expect(await faultOf(loadConfig('/'))).toContain(words);
  });
});
