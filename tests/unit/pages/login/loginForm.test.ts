import { beforeEach, describe, expect, it } from 'vitest';
import { allProfiles, type SavedProfile } from '@/auth/profiles';
import { type AppConfig, validateConfig } from '@/config/config';
import { loginSchema, remember, startOf } from '@/pages/login/loginForm';

beforeEach(() => localStorage.clear());

/** The fields of a form where there is no organization to choose. */
const startWith = (config: AppConfig) => startOf({ config, profiles: [] }).values;

const typed = { region: 'mypurecloud.de', clientId: 'client-1', grant: 'pkce' };

describe('what is typed', () => {
  it.each([
    ['mypurecloud.de', 'mypurecloud.de'],
    ['  EUW2.Pure.Cloud ', 'euw2.pure.cloud'],
    ['https://apps.mypurecloud.ie/directory/#/x', 'mypurecloud.ie'],
    ['login.usw2.pure.cloud', 'usw2.pure.cloud'],
    ['api.mypurecloud.jp:443', 'mypurecloud.jp'],
    ['new9.pure.cloud', 'new9.pure.cloud'],
  ])('as a region, %j, means %s', (region, meant) => {
    expect(loginSchema.parse({ ...typed, region }).region).toBe(meant);
  });

  it.each(['', ' ', 'Frankfurt', 'two words.de', 'https://'])(
    'as a region, %j, is refused in words',
    (region) => {
      const { error } = loginSchema.safeParse({ ...typed, region });
      expect(error?.issues).toMatchObject([
        { path: ['region'], message: 'Enter the domain of your region, such as mypurecloud.de' },
      ]);
    },
  );

  it('as a client ID loses the spaces around it that come with pasting', () => {
    expect(loginSchema.parse({ ...typed, clientId: ' client-1\n' }).clientId).toBe('client-1');
  });

  it.each([
    ['', 'Enter the client ID'],
    ['two words', 'has no spaces'],
    ['küche', 'no special characters'],
  ])('as a client ID, %j, is refused in words', (clientId, words) => {
    const { error } = loginSchema.safeParse({ ...typed, clientId });
    expect(error?.issues).toMatchObject([
      { path: ['clientId'], message: expect.stringContaining(words) },
    ]);
  });
});

describe('what the form starts with', () => {
  const config = validateConfig({ region: 'mypurecloud.de', clientId: 'of-config' });

  it('is what config.json says, and the default region where it says none', () => {
    expect(startWith(config)).toEqual({
      region: 'mypurecloud.de',
      clientId: 'of-config',
      grant: 'pkce',
    });
    expect(startWith(validateConfig({})).region).toBe('mypurecloud.com');
  });

  it('is what was used last, until config.json says something new', () => {
    const used = { region: 'mypurecloud.ie', clientId: 'mine', grant: 'implicit' } as const;
    remember(used, config);
    expect(startWith(config)).toEqual(used);
    const changed = validateConfig({ region: 'mypurecloud.de', clientId: 'new-client' });
    expect(startWith(changed).clientId).toBe('new-client');
  });

  it.each(['', '{}', '{"values":{"region":7}}', 'rubbish'])(
    'is not spoilt by %j in localStorage',
    (stored) => {
      localStorage.setItem('license-console.sign-in-form', stored);
      expect(startWith(config).clientId).toBe('of-config');
    },
  );
});

describe('the organization that the form starts with', () => {
  const config = validateConfig({
    profiles: [
      { name: 'Europe', region: 'mypurecloud.de', clientId: 'client-1' },
      { name: 'Japan', region: 'mypurecloud.jp', clientId: 'client-2', grant: 'implicit' },
    ],
  });
  const mine: SavedProfile = {
    id: 'mine',
    name: 'Mine',
    region: 'mypurecloud.ie',
    clientId: 'client-3',
    grant: 'pkce',
  };
  const profiles = allProfiles(config, [mine]);
  const used = { region: 'mypurecloud.ie', clientId: 'client-3', grant: 'pkce' } as const;

  it('is the first of config.json', () => {
    expect(startOf({ config, profiles })).toEqual({
      profileId: 'Europe',
      values: { region: 'mypurecloud.de', clientId: 'client-1', grant: 'pkce' },
    });
  });

  it('is the one used last, and none when none was', () => {
    remember(used, config, 'mine');
    expect(startOf({ config, profiles }).profileId).toBe('mine');
    remember({ ...used, clientId: 'typed' }, config);
    expect(startOf({ config, profiles })).toEqual({
      profileId: '',
      values: { ...used, clientId: 'typed' },
    });
  });

  it('is the first again when the one used last has been removed', () => {
    remember(used, config, 'gone');
    expect(startOf({ config, profiles }).profileId).toBe('Europe');
  });

  it('is the one that the address asks for, if there is such a one', () => {
    remember(used, config, 'mine');
    expect(startOf({ config, profiles, askedId: 'Japan' }).profileId).toBe('Japan');
    expect(startOf({ config, profiles, askedId: 'Elsewhere' }).profileId).toBe('mine');
  });

  it('is that of the region where the page comes from that embeds the console', () => {
    remember(used, config, 'mine');
    const host = { framed: true, region: 'mypurecloud.jp' };
    expect(startOf({ config, profiles, host }).profileId).toBe('Japan');
    const elsewhere = { framed: true, region: 'euw2.pure.cloud' };
    expect(startOf({ config, profiles, host: elsewhere })).toEqual({
      profileId: '',
      values: { region: 'euw2.pure.cloud', clientId: '', grant: 'pkce' },
    });
    const evil = { framed: true, region: 'evil.example' };
    expect(startOf({ config, profiles, host: evil }).profileId).toBe('mine');
  });
});
