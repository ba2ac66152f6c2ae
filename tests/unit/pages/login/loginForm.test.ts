import { beforeEach, describe, expect, it } from 'vitest';
import { validateConfig } from '@/config/config';
import { initialValues, loginSchema, remember } from '@/pages/login/loginForm';

beforeEach(() => localStorage.clear());

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
    expect(initialValues(config)).toEqual({
      region: 'mypurecloud.de',
      clientId: 'of-config',
      grant: 'pkce',
    });
    expect(initialValues(validateConfig({})).region).toBe('mypurecloud.com');
  });

  it('is what was used last, until config.json says something new', () => {
    const used = { region: 'mypurecloud.ie', clientId: 'mine', grant: 'implicit' } as const;
    remember(used, config);
    expect(initialValues(config)).toEqual(used);
    const changed = validateConfig({ region: 'mypurecloud.de', clientId: 'new-client' });
    expect(initialValues(changed).clientId).toBe('new-client');
  });

  it.each(['', '{}', '{"values":{"region":7}}', 'rubbish'])(
    'is not spoilt by %j in localStorage',
    (stored) => {
      localStorage.setItem('license-console.sign-in-form', stored);
      expect(initialValues(config).clientId).toBe('of-config');
    },
  );
});
