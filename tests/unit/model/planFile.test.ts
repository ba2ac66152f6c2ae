import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlanFileError, readPlanFile, writePlanFile } from '@/model/planFile';
import { planScript } from '@/model/planScript';

const change = fc.record({
  userId: fc.string({ minLength: 1 }),
  licenseId: fc.string({ minLength: 1 }),
  action: fc.constantFrom('add' as const, 'remove' as const),
  reason: fc.constant({ kind: 'plan' as const }),
});

describe('a plan saved as a file', () => {
  it('opens as what was saved', () => {
    fc.assert(
      fc.property(fc.array(change), fc.string(), (changes, organization) => {
        const plan = { organization, savedAt: '2026-11-25T08:00:00.000Z', changes };
        expect(readPlanFile(writePlanFile(plan, (userId) => `Name of ${userId}`))).toEqual(plan);
      }),
    );
  });

  it.each([
    ['no JSON', 'user,license', { kind: 'noJson' }],
    ['something else', '{"format":"shopping list"}', { kind: 'foreign' }],
    [
      'a plan of a newer version',
      '{"format":"license-console.plan","version":2}',
      { kind: 'newer' },
    ],
    [
      'a damaged plan',
      '{"format":"license-console.plan","version":1,"organization":"x","savedAt":"2026-11-25T08:00:00Z","changes":[{"userId":"a","licenseId":"b","action":"burn"}]}',
      { kind: 'damaged', at: 'changes.0.action' },
    ],
  ] as const)('refuses %s and says why', (_, text, fault) => {
    expect(() => readPlanFile(text)).toThrow(PlanFileError);
    expect(() => readPlanFile(text)).toThrow(expect.objectContaining({ fault }));
  });
});

describe('a plan as a shell script', () => {
  it('sends each body as it is, whatever stands in it, and holds no token', () => {
    const nasty = [
      "'; touch /tmp/owned; '",
      '$(id)',
      '`id`',
      'END_OF_BODY',
      'a\nEND_OF_BODY\nid',
      '\\',
    ];
    const requests = nasty.map((licenseId) => [
      { licenseId, userIdsAdd: ['ü'], userIdsRemove: [] },
    ]);
    const script = planScript({
      apiUrl: "https://api.example.test/'x",
      organization: 'A\nrm',
      requests,
    });

    // A curl that prints what it was given instead of sending it.
    const printed = execFileSync('sh', {
      input: `curl() { while [ "$#" -gt 0 ]; do shift; done; printf 'BODY '; cat; }\n${script}`,
      env: { PATH: process.env.PATH, GENESYS_TOKEN: 'secret' },
      encoding: 'utf8',
    });
    const bodies = printed
      .split('\n')
      .filter((line) => line.startsWith('BODY '))
      .map((line): unknown => JSON.parse(line.slice('BODY '.length)));

    expect(bodies).toEqual(requests.map((assignments) => ({ assignments })));
    expect(script).not.toContain('secret');
  });

  it('stops where no token is set', () => {
    const script = planScript({
      apiUrl: 'https://api.example.test',
      organization: 'A',
      requests: [],
    });
    expect(() =>
      execFileSync('sh', { input: script, env: { PATH: process.env.PATH }, stdio: 'pipe' }),
    ).toThrow(/Set GENESYS_TOKEN/u);
  });
});
