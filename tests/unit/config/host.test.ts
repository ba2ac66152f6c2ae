import { beforeEach, describe, expect, it } from 'vitest';
import { validateConfig } from '@/config/config';
import { regionOfHost, takeHost } from '@/config/host';

const CLOUD =
  'gcHostOrigin=https%3A%2F%2Fapps.mypurecloud.de&gcTargetEnv=mypurecloud.de&gcLangTag=pt-BR&usePopupAuth=true';

function open(address: string) {
  window.history.replaceState(null, '', address);
  return takeHost();
}

/** The same page in somebody's frame. */
function inFrame(address: string) {
  window.history.replaceState(null, '', address);
  const { location, history, self } = window;
  return takeHost({ location, history, sessionStorage, self, top: null });
}

beforeEach(() => sessionStorage.clear());

describe('what Genesys Cloud says in the address that it opens', () => {
  it('is heard, and taken out of the address that people share', () => {
    expect(open(`/licenses?q=cx&${CLOUD}#top`)).toEqual({
      framed: false,
      region: 'mypurecloud.de',
      languageTag: 'pt-BR',
      colorMode: undefined,
    });
    expect(window.location.href.slice(window.location.origin.length)).toBe('/licenses?q=cx#top');
  });

  it('is heard under the names of older examples', () => {
    expect(open('/?pcEnvironment=.mypurecloud.ie/&pcLangTag=ja&theme=dark')).toMatchObject({
      region: 'mypurecloud.ie',
      languageTag: 'ja',
      colorMode: 'dark',
    });
  });

  it('gives the region by the address of the host where no other word does', () => {
    const { region } = open('/?gcHostOrigin=https%3A%2F%2Fapps.euw2.pure.cloud');
    expect(region).toBe('euw2.pure.cloud');
  });

  it.each([
    'gcTargetEnv={{gcTargetEnv}}&gcLangTag=%7B%7BgcLangTag%7D%7D',
    'gcTargetEnv=evil.com/login&gcLangTag=<b>&theme=pink',
    'gcTargetEnv=&gcHostOrigin=nonsense',
  ])('says nothing by %s', (search) => {
    const { region, languageTag, colorMode } = open(`/?${search}`);
    expect({ region, languageTag, colorMode }).toEqual({});
    expect(window.location.search).toBe('');
  });

  it('leaves every other address as it is', () => {
    expect(open('/assignments?q=theme&license=cx')).toEqual({ framed: false });
    expect(window.location.search).toBe('?q=theme&license=cx');
  });

  it('holds when the frame is loaded anew at another page, but not in a tab of its own', () => {
    expect(inFrame(`/?${CLOUD}`)).toMatchObject({ framed: true, region: 'mypurecloud.de' });
    expect(inFrame('/jobs')).toMatchObject({ framed: true, region: 'mypurecloud.de' });
    expect(open('/jobs')).toEqual({ framed: false });
  });
});

describe('the region of the host', () => {
  const config = validateConfig({
    region: 'stand-in.example',
    profiles: [{ name: 'New', region: 'new9.pure.cloud' }],
  });

  it.each(['mypurecloud.de', 'stand-in.example', 'new9.pure.cloud'])('%s is believed', (region) =>
    expect(regionOfHost({ framed: true, region }, config)).toBe(region),
  );

  it('is not believed when nobody knows it: a link could lead people to sign in anywhere', () => {
    expect(regionOfHost({ framed: true, region: 'evil.example' }, config)).toBeUndefined();
    expect(regionOfHost({ framed: true }, config)).toBeUndefined();
  });
});
