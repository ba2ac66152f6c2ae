// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ConfigError, defaultConfig, validateConfig } from '@/config/config';

function problemsOf(value: unknown) {
  try {
    validateConfig(value);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('config.json', () => {
  it('may leave out everything', () => {
    expect(validateConfig({})).toEqual({ grant: 'pkce', demo: true, hosts: {} });
    expect(defaultConfig()).toEqual(validateConfig({}));
  });

  it('is taken as it is when it is complete', () => {
    const config = {
      region: 'euw2.pure.cloud',
      clientId: '7d1e0c6a-0000-4000-8000-000000000000',
      grant: 'implicit',
      demo: false,
      hosts: { api: 'http://127.0.0.1:4010', login: 'https://login.example.com/stand-in' },
    };
    expect(validateConfig(config)).toEqual(config);
  });

  it('may have a slash at the end of a host, and no client ID yet', () => {
    const { hosts, clientId } = validateConfig({
      clientId: '',
      hosts: { api: 'https://api.example.com//', login: 'https://login.example.com/' },
    });
    expect(hosts).toEqual({ api: 'https://api.example.com', login: 'https://login.example.com' });
    expect(clientId).toBe('');
  });

  it.each(['mypurecloud.com', 'edee1.eusc-pure.cloud', 'new1.pure.cloud', 'Example.Test'])(
    'may name the region %s',
    (region) => expect(validateConfig({ region }).region).toBe(region.toLowerCase()),
  );

  it.each([
    'frankfurt',
    'https://mypurecloud.de',
    'login mypurecloud.de',
    'mypurecloud.de/',
    '-a.de',
    'a..de',
    '',
  ])('may not name the region "%s"', (region) => {
    expect(problemsOf({ region })).toEqual([
      {
        field: 'region',
        problem: `expected the domain of a region, such as "mypurecloud.de", found "${region}"`,
      },
    ]);
  });

  it.each([
    'api.example.com',
    'ftp://api.example.com',
    'https://user:secret@api.example.com',
    'https://api.example.com?x=1',
    'javascript:alert(1)',
    'https://',
  ])('may not name the host %s', (api) => {
    expect(problemsOf({ hosts: { api } })).toEqual([
      {
        field: 'hosts.api',
        problem: `expected an http or https address, such as "https://api.example.com", found ${JSON.stringify(api)}`,
      },
    ]);
  });

  it('has every wrong field named at once, with what was expected and found', () => {
    expect(problemsOf({ grant: 'password', demo: 'yes', clientId: 'two words' })).toEqual([
      { field: 'clientId', problem: 'expected a client ID without spaces, found "two words"' },
      { field: 'grant', problem: 'expected "pkce" or "implicit", found "password"' },
      { field: 'demo', problem: 'expected true or false, found "yes"' },
    ]);
  });

  it('has unknown settings named, at the top and inside', () => {
    expect(problemsOf({ regoin: 'mypurecloud.de', hosts: { apis: 'x' } })).toEqual([
      {
        field: 'hosts.apis',
        problem: 'is not a setting of the console; expected one of api, login',
      },
      {
        field: 'regoin',
        problem:
          'is not a setting of the console; expected one of region, clientId, grant, demo, hosts',
      },
    ]);
  });

  it.each([[[]], [null], ['text'], [7]])('may not be %j', (value) => {
    expect(problemsOf(value)).toEqual([
      { field: '', problem: `expected an object, found ${JSON.stringify(value)}` },
    ]);
  });

  it('shows only the beginning of a value that is long', () => {
    const [problem] = problemsOf({ region: 'x'.repeat(10_000) });
    expect(problem?.problem.length).toBeLessThan(200);
  });
});
