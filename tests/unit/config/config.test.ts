// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { configFaultText } from '@/app/configFaultText';
import { ConfigError, defaultConfig, validateConfig } from '@/config/config';

function problemsOf(value: unknown) {
  try {
    validateConfig(value);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ field, fault }) => ({ field, problem: configFaultText(fault) }));
    }
    throw error;
  }
  return [];
}

describe('config.json', () => {
  it('may leave out everything', () => {
    expect(validateConfig({})).toEqual({
      grant: 'pkce',
      demo: true,
      readOnly: false,
      hosts: {},
      profiles: [],
    });
    expect(defaultConfig()).toEqual(validateConfig({}));
  });

  it('is taken as it is when it is complete', () => {
    const config = {
      region: 'euw2.pure.cloud',
      clientId: '7d1e0c6a-0000-4000-8000-000000000000',
      grant: 'implicit',
      demo: false,
      readOnly: true,
      hosts: { api: 'http://127.0.0.1:4010', login: 'https://login.example.com/stand-in' },
      profiles: [{ name: 'Europe', region: 'mypurecloud.de' }],
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
          'is not a setting of the console; expected one of region, clientId, grant, demo, readOnly, hosts, profiles',
      },
    ]);
  });

  it('may list several organizations, which take what they leave out from the fields around them', () => {
    const { profiles } = validateConfig({
      grant: 'implicit',
      profiles: [
        { name: ' Europe ', region: 'MyPureCloud.de', clientId: 'client-1', grant: 'pkce' },
        { name: 'Test', hosts: { api: 'http://127.0.0.1:4010/' } },
      ],
    });
    expect(profiles).toEqual([
      { name: 'Europe', region: 'mypurecloud.de', clientId: 'client-1', grant: 'pkce' },
      { name: 'Test', hosts: { api: 'http://127.0.0.1:4010' } },
    ]);
  });

  it('has every wrong field of a profile named, with its place in the list', () => {
    expect(
      problemsOf({
        profiles: [
          { name: 'A', region: 'frankfurt', client: 'x' },
          { region: 'mypurecloud.de', hosts: { apis: 'x' } },
          { name: '', grant: 'none' },
          'Europe',
        ],
      }).map(({ field, problem }) => `${field} ${problem}`),
    ).toEqual([
      'profiles.0.region expected the domain of a region, such as "mypurecloud.de", found "frankfurt"',
      'profiles.0.client is not a setting of the console; expected one of name, region, clientId, grant, hosts',
      'profiles.1.name expected a name of 1 to 60 characters, found nothing',
      'profiles.1.hosts.apis is not a setting of the console; expected one of api, login',
      'profiles.2.name expected a name of 1 to 60 characters, found ""',
      'profiles.2.grant expected "pkce" or "implicit", found "none"',
      'profiles.3 expected an object with "name", "region", "clientId" and "grant", found "Europe"',
    ]);
  });

  it('may not give two profiles one name, nor be anything but a list', () => {
    expect(problemsOf({ profiles: [{ name: 'A' }, { name: 'B' }, { name: ' A' }] })).toEqual([
      {
        field: 'profiles.2.name',
        problem: 'expected a name that no other profile has, found " A"',
      },
    ]);
    expect(problemsOf({ profiles: {} })).toEqual([
      { field: 'profiles', problem: 'expected a list of profiles, found {}' },
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
