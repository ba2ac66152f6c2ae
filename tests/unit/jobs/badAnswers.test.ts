// @vitest-environment node
import 'fake-indexeddb/auto';
import { ConstantBackoff } from 'cockatiel';
import { describe, expect, it } from 'vitest';
import { createApi } from '@/api/client';
import { systemClock } from '@/api/clock';
import { JobManager } from '@/jobs/JobManager';
import { JobStore } from '@/jobs/JobStore';
import { tabLocks } from '@/jobs/locks';
import { jobServiceOf } from '@/jobs/service';
import { createSandbox } from '@/sandbox';
import { takingAway } from './takingAway';

const POST = '/api/v2/license/organization';
const READ_BACK = '/api/v2/license/users';

const json = (body: unknown) => Response.json(body);
const html = () =>
  new Response('<!doctype html><title>Portal</title>', {
    headers: { 'Content-Type': 'text/html' },
  });
const nothing = () => new Response(null, { headers: { 'Content-Length': '0' } });
const fiveMegabytes = () => json([{ userId: 'x', licenseId: 'y', result: 'z'.repeat(5_000_000) }]);
const silence = () => new Promise<Response>(() => undefined);

/** A job that takes a license from three people, whose service answers one address in its own way. */
async function jobWhere(
  path: string,
  answer: () => Response | Promise<Response>,
  { isDone, after = 0 }: { isDone: boolean; after?: number },
) {
  const sandbox = createSandbox({ users: 25, rateLimit: null, rolesImplyLicenses: false });
  const { newJob, areTaken } = takingAway(sandbox, 3);
  const token = sandbox.issueToken();
  let isBad = true;
  let asked = 0;
  const api = createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => token,
    onUnauthorized: () => undefined,
    transport: {
      backoff: new ConstantBackoff(1),
      timeoutMs: 50,
      async send(request) {
        const isMeant = isBad && new URL(request.url).pathname === path;
        if (!isMeant || asked++ < after) return sandbox.fetch(request);
        if (isDone) await sandbox.fetch(request);
        return answer();
      },
    },
  });
  const jobs = new JobManager({
    owner: 'org|ana',
    service: jobServiceOf(api),
    store: new JobStore(crypto.randomUUID()),
    locks: tabLocks(),
    clock: { ...systemClock, sleep: () => Promise.resolve() },
    onReadBack: () => undefined,
  });
  const jobId = await jobs.create(newJob);
  await jobs.run(jobId);
  return {
    jobs,
    jobId,
    view: () => jobs.view(jobId),
    recover: () => {
      isBad = false;
    },
    areTaken,
  };
}

const ANSWERS: [string, () => Response | Promise<Response>][] = [
  ['a page of HTML with status 200', html],
  ['nothing', nothing],
  ['an object in place of a list', () => json({ assignments: [] })],
  ['a list of rubbish', () => json([null, 1, 'x', [], { userId: 7, licenseId: {}, result: [] }])],
  ['5 MB about somebody else', fiveMegabytes],
  ['not a byte', silence],
];

describe('a job whose change is answered with', () => {
  it.each(ANSWERS)('%s, though it was made, is done by the read-back', async (_, answer) => {
    const { view, areTaken } = await jobWhere(POST, answer, { isDone: true });
    expect(areTaken()).toBe(true);
    expect(view()).toMatchObject({ job: { status: 'finished' }, counts: { done: 3 } });
  });

  it.each(ANSWERS)('%s, and was not made, claims nothing', async (_, answer) => {
    const { view, areTaken } = await jobWhere(POST, answer, { isDone: false });
    expect(areTaken()).toBe(false);
    const { job, counts } = view() ?? {};
    expect(job?.status).toBe('finished');
    expect(counts?.done).toBe(0);
    // No answer says that the service refused: it may have taken the change all the same.
    expect(counts?.unconfirmed).toBe(3);
  });

  it('5 MB of error has words that fit on a page', async () => {
    const { view } = await jobWhere(
      POST,
      () => Response.json({ message: 'x'.repeat(5_000_000), code: 'bad' }, { status: 400 }),
      { isDone: false },
    );
    expect(view()?.counts.failed).toBe(3);
    for (const { word } of view()?.pairs ?? []) expect(word?.length).toBeLessThan(2_000);
  });
});

describe('a job whose read-back is answered with', () => {
  it.each(ANSWERS)('%s claims nothing, says why, and goes on later', async (_, answer) => {
    const { jobs, jobId, view, recover, areTaken } = await jobWhere(READ_BACK, answer, {
      isDone: true,
      // The reading before the change is good.
      after: 1,
    });
    expect(view()?.counts.done).toBe(0);
    const { status, problem } = view()?.job ?? {};
    // What can be read at all, and says nothing of these people, leaves them unconfirmed.
    expect(problem?.message ?? 'The service said nothing').toMatch(/^The service |^No answer/u);
    expect(view()?.counts).toMatchObject(status === 'paused' ? { sent: 3 } : { unconfirmed: 3 });

    recover();
    await (status === 'paused' ? jobs.run(jobId) : jobs.retryFailed(jobId));
    expect(areTaken()).toBe(true);
    // Sent by this job and found in place: its own work, which it can undo.
    expect(view()?.counts).toMatchObject({ done: 3, alreadySo: 0 });
    expect(view()?.pairs.filter(({ doubt }) => doubt)).toEqual([]);
  });
});
