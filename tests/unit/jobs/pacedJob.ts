import { ConstantBackoff } from 'cockatiel';
import { type Api, createApi } from '@/api/client';
import type { Clock } from '@/api/clock';
import { RateGauge } from '@/api/rateGauge';
import { type NoteStorage, TabsLog } from '@/api/tabsLog';
import { countStates, type Job, newPairs, settledCount } from '@/jobs/job';
import { LiveJob } from '@/jobs/LiveJob';
import { requestsLeft } from '@/jobs/requestsLeft';
import { runJob } from '@/jobs/runJob';
import { jobServiceOf } from '@/jobs/service';
import { DefinitionGraph } from '@/model/definitions';
import { makePlan } from '@/model/plan';
import { stageChanges } from '@/model/stages';
import { createSandbox, type Sandbox } from '@/sandbox';
import type { LimitedService } from '../api/limitedService';
import { Estimates } from './estimates';

/** What `localStorage` is to the tabs of a browser. */
export function browserStorage(): NoteStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** A tab of a browser in which somebody is signed in. */
export function openTab(clock: Clock, service: LimitedService, storage = browserStorage()): Api {
  return createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => 'a',
    onUnauthorized: () => undefined,
    transport: {
      clock,
      gauge: new RateGauge(clock, new TabsLog('somebody', storage, clock.now)),
      send: service.send,
      backoff: new ConstantBackoff(1),
    },
  });
}

/** An organization that takes a job of 20,000 pairs, with a token of its own that nothing limits. */
export function largeOrganization(clock: Clock): {
  sandbox: Sandbox;
  answer: (request: Request) => Promise<Response>;
} {
  const sandbox = createSandbox({
    users: 6_200,
    rateLimit: null,
    rolesImplyLicenses: false,
    now: clock.now,
  });
  const token = sandbox.issueToken();
  return {
    sandbox,
    answer: (request) => {
      request.headers.set('Authorization', `Bearer ${token}`);
      return sandbox.fetch(request);
    },
  };
}

/** Takes all licenses from users until that is 20,000 pairs, as a job of one tab. Gives how it went. */
export async function runLargeJob(api: Api, clock: Clock, { organization }: Sandbox) {
  const userIds = organization.users.map(({ id }) => id);
  const current = new Map(userIds.map((id) => [id, new Set(organization.assignmentsOf(id))]));
  const { changes } = makePlan([{ kind: 'set', userIds, licenseIds: [] }], current);
  const graph = new DefinitionGraph([...organization.definitions.values()]);
  const pairs = newPairs(stageChanges(changes.slice(0, 20_000), graph), (userId) => userId);
  const job: Job = {
    id: 'job',
    owner: 'somebody',
    title: 'A job',
    createdAt: clock.now(),
    pairCount: pairs.length,
    status: 'planned',
    phase: 'sending',
    activeMs: 0,
    requests: 0,
  };
  const live = new LiveJob(job, pairs);
  const estimates = new Estimates(api, 'job');
  let whenAllSent: number | undefined;
  const note = () => {
    const counts = countStates(pairs);
    if (counts.planned + counts.sent === 0) whenAllSent ??= job.requests;
    else whenAllSent = undefined;
    const requestsSinceAllSent = job.requests - (whenAllSent ?? job.requests);
    estimates.note(job.requests, settledCount(counts), (recent) =>
      requestsLeft({ pairs, recent, requestsSinceAllSent }),
    );
  };
  const stop = api.rate.subscribe(note);
  const begun = clock.now();
  await runJob({
    live,
    service: jobServiceOf(api.forWork('job')),
    clock,
    steadyNow: clock.now,
    halt: () => undefined,
    onChange: note,
    onReadBack: () => undefined,
    save: () => Promise.resolve(),
  });
  stop();
  const end = clock.now();
  return { job, counts: countStates(pairs), estimates, end, minutes: (end - begun) / 60_000 };
}
