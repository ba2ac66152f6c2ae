// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateConfig } from '@/config/config';

const docker = join(import.meta.dirname, '../../../deploy/docker');
const shipped = join(docker, '../nginx/license-console-headers.conf');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-console-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function configure(environment: Record<string, string>) {
  const script = join(docker, 'configure.sh');
  const { PATH = '' } = process.env;
  const { status, stderr } = spawnSync('sh', [script, shipped, folder], {
    env: { PATH, ...environment },
    encoding: 'utf8',
  });
  return { status, stderr };
}

function written() {
  const headers = readFileSync(join(folder, 'headers.conf'), 'utf8');
  const config: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
  return {
    config: validateConfig(config),
    connect: /connect-src ('self'[^;]*);/.exec(headers)?.[1],
    headers,
  };
}

describe('the container', () => {
  it('that is told nothing has the shipped headers, and a configuration that the console takes', () => {
    expect(configure({})).toEqual({ status: 0, stderr: '' });
    const { config, headers } = written();
    expect(headers).toBe(readFileSync(shipped, 'utf8'));
    expect(config).toMatchObject({ region: 'mypurecloud.com', clientId: '', grant: 'pkce' });
  });

  it('allows requests to the region that it is told, and to the demo only where there is one', () => {
    configure({ REGION: 'mypurecloud.de', CLIENT_ID: 'abc-1', GRANT: 'implicit', DEMO: 'false' });
    const { config, connect } = written();
    expect(config).toMatchObject({
      region: 'mypurecloud.de',
      clientId: 'abc-1',
      grant: 'implicit',
      demo: false,
    });
    expect(connect).toBe("'self' https://api.mypurecloud.de https://login.mypurecloud.de");
  });

  it('allows requests to a stand-in, by its host', () => {
    configure({ API_HOST: 'https://api.example.com/stand-in', LOGIN_HOST: 'http://10.0.0.1:4010' });
    const { config, connect } = written();
    expect(config.hosts).toEqual({
      api: 'https://api.example.com/stand-in',
      login: 'http://10.0.0.1:4010',
    });
    expect(connect).toBe(
      "'self' https://api.example.com http://10.0.0.1:4010 https://api.demo.invalid",
    );
  });

  it('allows requests to further regions that it is told', () => {
    configure({ REGION: 'mypurecloud.de', MORE_REGIONS: 'usw2.pure.cloud', DEMO: 'false' });
    expect(written().connect).toBe(
      "'self' https://api.mypurecloud.de https://login.mypurecloud.de https://api.usw2.pure.cloud https://login.usw2.pure.cloud",
    );
  });

  it('lets nobody frame the console but whom it is told, and then lets sign-in have its window', () => {
    configure({});
    expect(written().headers).toContain("frame-ancestors 'none'\" always;");
    configure({ EMBED_IN: 'https://apps.mypurecloud.de https://apps.mypurecloud.ie' });
    const { headers } = written();
    expect(headers).toContain(
      'frame-ancestors https://apps.mypurecloud.de https://apps.mypurecloud.ie" always;',
    );
    expect(headers).toContain('add_header Cross-Origin-Opener-Policy "unsafe-none" always;');
    expect(headers).toContain('add_header Cross-Origin-Resource-Policy "same-origin" always;');
  });

  it.each([
    { REGION: 'x.com; script-src *' },
    { MORE_REGIONS: 'x.com; script-src *' },
    { EMBED_IN: '*' },
    { EMBED_IN: "https://x.com; script-src 'unsafe-inline'" },
    { REGION: 'x.com\n"' },
    { CLIENT_ID: '", "demo": "' },
    { GRANT: 'password' },
    { DEMO: 'yes' },
    { API_HOST: 'javascript:alert', LOGIN_HOST: 'https://x.example' },
    { API_HOST: 'https://x.example' },
  ])('does not start with %o', (environment) => {
    const { status, stderr } = configure(environment);
    expect(status).toBe(1);
    expect(stderr).toContain('license console: ');
  });
});
