import { beforeEach, describe, expect, it } from 'vitest';
import {
  allProfiles,
  isProfileOf,
  parseProfiles,
  type SavedProfile,
  storedProfiles,
  storeProfiles,
} from '@/auth/profiles';
import { oauthSession } from '@/auth/session';
import { validateConfig } from '@/config/config';

const mine: SavedProfile = {
  id: '1',
  name: 'Mine',
  region: 'mypurecloud.ie',
  clientId: 'client-9',
  grant: 'implicit',
};

beforeEach(() => localStorage.clear());

describe('the organizations to choose from', () => {
  it('are those of config.json, completed by its other fields, and then those saved here', () => {
    const config = validateConfig({
      region: 'mypurecloud.de',
      grant: 'implicit',
      hosts: { api: 'https://api.example.com' },
      profiles: [
        { name: 'Europe', clientId: 'client-1' },
        { name: 'Test', region: 'usw2.pure.cloud', grant: 'pkce', hosts: {} },
      ],
    });
    const hosts = { api: 'https://api.example.com' };
    expect(allProfiles(config, [mine])).toEqual([
      {
        id: 'Europe',
        name: 'Europe',
        region: 'mypurecloud.de',
        clientId: 'client-1',
        grant: 'implicit',
        hosts,
        saved: false,
      },
      {
        id: 'Test',
        name: 'Test',
        region: 'usw2.pure.cloud',
        clientId: '',
        grant: 'pkce',
        hosts: {},
        saved: false,
      },
      { ...mine, hosts, saved: true },
    ]);
  });

  it('are kept over a reload', () => {
    storeProfiles([mine]);
    expect(parseProfiles(storedProfiles())).toEqual([mine]);
  });

  it.each(['', 'rubbish', '{}', 'null', '7'])('are none when %j is what is stored', (stored) =>
    expect(parseProfiles(stored)).toEqual([]),
  );

  it('are not lost because one of them makes no sense', () => {
    const stored = JSON.stringify([{ ...mine, region: 'https://evil.example/' }, 7, null, mine]);
    expect(parseProfiles(stored)).toEqual([mine]);
  });

  it('never take hosts from the browser: only config.json names a stand-in', () => {
    const stored = JSON.stringify([{ ...mine, hosts: { login: 'https://evil.example' } }]);
    const [profile] = allProfiles(validateConfig({}), parseProfiles(stored));
    expect(profile?.hosts).toEqual({});
  });
});

describe('the organization that somebody is signed in to', () => {
  const [profile] = allProfiles(validateConfig({}), [mine]);
  const session = (change: Partial<SavedProfile> = {}) =>
    oauthSession('s', { ...mine, hosts: {}, ...change }, undefined);

  it('is known by its region and client', () => {
    if (!profile) throw new Error('There is no profile');
    expect(isProfileOf(profile, session())).toBe(true);
    expect(isProfileOf(profile, session({ clientId: 'client-1' }))).toBe(false);
    expect(isProfileOf(profile, session({ region: 'mypurecloud.de' }))).toBe(false);
  });
});
