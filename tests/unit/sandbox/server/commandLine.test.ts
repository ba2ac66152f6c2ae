// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { help, readCommandLine } from '@/sandbox/server/commandLine';

describe('the command line of the sandbox', () => {
  it('needs no options', () => {
    expect(readCommandLine([])).toEqual({ options: { port: 4010 } });
  });

  it('takes every option that the help lists', () => {
    const line =
      '--port 0 --host 0.0.0.0 --users 5000 --seed 7 --latency 50 --token-lifetime 3600 --rate-limit 10 --rate-headers --hide-retry-after --reads both --without directory:user:view --without-scope license --without-scope users:readonly --max-batch 100 --roles-without-licenses --license-delay 500 --unimplied go --permission-listing policies --no-role-analysis --report-waits 2 --no-oddities --user-licenses user --client console=http://a.test/callback,http://b.test/?x=1 --client free --auto-approve --no-validate';
    expect(readCommandLine(line.split(' '))).toEqual({
      options: {
        port: 0,
        host: '0.0.0.0',
        users: 5000,
        seed: 7,
        latencyMs: 50,
        tokenLifetimeSeconds: 3600,
        rateLimit: { allowed: 10, windowSeconds: 60 },
        rateHeaders: true,
        hideRetryAfter: true,
        assignmentReads: 'both',
        permissions: expect.not.arrayContaining(['directory:user:view']),
        scopes: [
          'audits:readonly',
          'authorization',
          'billing:readonly',
          'groups:readonly',
          'organization:readonly',
        ],
        maxUsersPerBatchPost: 100,
        rolesImplyLicenses: false,
        licenseDelayMs: 500,
        unimpliedLicenses: 'go',
        permissionListing: 'policies',
        roleAnalysis: false,
        billingReportWaits: 2,
        oddities: false,
        userLicensesShape: 'user',
        clients: {
          console: { redirectUris: ['http://a.test/callback', 'http://b.test/?x=1'] },
          free: {},
        },
        autoApprove: true,
        validate: false,
      },
    });
    expect(readCommandLine(['--no-rate-limit'])).toMatchObject({ options: { rateLimit: null } });
    const listed = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag]) => flag);
    const tested = [...line.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
    expect(new Set([...tested, '--no-rate-limit', '--help'])).toEqual(new Set(listed));
  });

  it('shows help when asked', () => {
    expect(readCommandLine(['--help'])).toEqual({ help: true });
  });

  it.each([
    [['--ports', '1'], "Unknown option '--ports'"],
    [['--port'], "'--port <value>' argument missing"],
    [['--users', 'many'], '--users must be a whole number, 1 or more, not "many"'],
    [['--users', '0'], '--users must be a whole number'],
    [['--seed', '1.5'], '--seed must be a whole number'],
    [['--reads', 'none'], '--reads must be one of both, paged, organization, not "none"'],
    [['--without', 'everything'], 'the administrator does not have everything'],
    [['--without-scope', 'license:readonly'], 'the clients do not have license:readonly'],
    [['--unimplied', 'maybe'], '--unimplied must be one of stay, go, not "maybe"'],
    [['--client', '=http://a.test'], '--client needs an id'],
    [['5000'], "Unexpected argument '5000'"],
  ])('says what is wrong with %j', (args, said) => {
    expect(readCommandLine(args)).toEqual({ problem: expect.stringContaining(said) });
  });
});
