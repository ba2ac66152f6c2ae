// @vitest-environment node
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { requestOf, requestsInOrder } from '@/jobs/batches';
import { newPairs } from '@/jobs/job';
import type { Change } from '@/model/plan';
import { neededOf, planScript } from '@/model/planScript';
import { stageChanges } from '@/model/stages';
import { createSandbox, type SandboxOptions } from '@/sandbox';

const POST = 'postLicenseOrganization';
const run = promisify(execFile);
const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A sandbox that a script can reach. */
async function served(options: SandboxOptions) {
  const sandbox = createSandbox({
    users: 25,
    rateLimit: null,
    rolesImplyLicenses: false,
    ...options,
  });
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const answer = await sandbox.fetch(
        new Request(`http://service${request.url}`, {
          method: request.method ?? 'POST',
          headers: {
            Authorization: request.headers.authorization ?? '',
            'Content-Type': 'application/json',
          },
          body: Buffer.concat(chunks),
        }),
      );
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => server.close());
  const { port }: AddressInfo = Object(server.address());
  return { sandbox, apiUrl: `http://127.0.0.1:${port}` };
}

/** A swap for three users, as a script; gives how it ended. */
async function swap(options: SandboxOptions = {}, failing = 0) {
  const { sandbox, apiUrl } = await served(options);
  const { organization } = sandbox;
  const holders = organization.users
    .filter(
      ({ id, profile }) =>
        profile.state === 'active' && organization.assignmentsOf(id).includes('userRecording'),
    )
    .map(({ id }) => id)
    .filter((id) => !organization.assignmentsOf(id).includes('hipaaAddOn'))
    .slice(0, 3);
  const reason = { kind: 'swap', from: 'userRecording', to: 'hipaaAddOn' } as const;
  const changes = holders.flatMap((userId): Change[] => [
    { userId, licenseId: 'hipaaAddOn', action: 'add', reason },
    { userId, licenseId: 'userRecording', action: 'remove', reason },
  ]);
  const staged = stageChanges(changes, { prerequisitesOf: () => [], comprisedIn: () => [] });
  const pairs = newPairs(staged, (id) => id);
  if (failing > 0)
    sandbox.faults.add({ kind: 'failPairs', operation: POST, pairs: failing, times: 1 });
  // What is slow to show is waited for; nobody waits here.
  const script = planScript({
    apiUrl,
    organization: 'Test\nrm -rf',
    requests: requestsInOrder(pairs).map(requestOf),
    needed: neededOf(pairs),
  }).replace('sleep "$pause"', ':');
  const ended = await run('sh', ['-c', script], {
    env: { ...process.env, GENESYS_TOKEN: sandbox.issueToken() },
  }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => error,
  );
  const lacking = (licenseId: string) =>
    holders.filter((id) => !organization.assignmentsOf(id).includes(licenseId)).length;
  return { ended, holders, lacking };
}

describe('a plan as a shell script', () => {
  it.each(['ids', 'definitions', 'user'] as const)(
    'changes what was planned and reads it back, with users as %s',
    async (userLicensesShape) => {
      const { ended, holders, lacking } = await swap({ userLicensesShape });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(holders).toHaveLength(3);
      expect(lacking('hipaaAddOn')).toBe(0);
      expect(lacking('userRecording')).toBe(3);
    },
  );

  it('stops before it takes anything away when what should replace it was refused', async () => {
    const { ended, holders, lacking } = await swap({}, 1);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Stopped: later changes need them.');
    expect(ended.stderr).toContain(`+\t${holders[0]}\thipaaAddOn\tneeded`);
    expect(lacking('userRecording')).toBe(0);
  });
});
