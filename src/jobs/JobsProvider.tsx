import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useApi } from '@/api/ApiProvider';
import { steadyClock, systemClock } from '@/api/clock';
import { licenseKeys } from '@/api/licenses';
import type { Assignments } from '@/model/organizationIndex';
import { goOnByItself } from './goOn';
import { JobManager } from './JobManager';
import { JobStore } from './JobStore';
import type { JobView } from './jobView';
import { browserLocks } from './locks';
import { Pacer } from './Pacer';
import { jobServiceOf } from './service';

const JobsContext = createContext<JobManager | null>(null);

interface JobsProviderProps {
  /** Who signed in where: service, organization and user. Jobs of others are neither shown nor run. */
  owner: string;
  /** Told what every read-back said. */
  onReadBack: (read: Assignments) => void;
  children: ReactNode;
}

/** Runs the session's jobs, whatever page is shown. */
export function JobsProvider({ owner, onReadBack, children }: JobsProviderProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const manager = useMemo(
    () =>
      new JobManager({
        owner,
        service: jobServiceOf(api.forWork('job')),
        store: new JobStore(),
        locks: browserLocks(),
        clock: systemClock,
        steadyNow: steadyClock.now,
        onReadBack: (read) => {
          onReadBack(read);
          void queryClient.invalidateQueries({
            queryKey: licenseKeys.all,
            predicate: ({ queryKey }) => isOfUserIn(read, queryKey),
          });
        },
      }),
    [api, owner, onReadBack, queryClient],
  );
  useEffect(() => manager.attach(), [manager]);
  useEffect(() => guardTheTab(manager), [manager]);
  useEffect(() => goOnByItself(manager, () => api.readOnly.getState() === 'no'), [manager, api]);

  return <JobsContext.Provider value={manager}>{children}</JobsContext.Provider>;
}

/** Looking through what is kept once is cheaper than looking for each user who was read. */
function isOfUserIn(read: Assignments, queryKey: readonly unknown[]): boolean {
  const userId = queryKey.at(-1);
  return (
    typeof userId === 'string' &&
    read.has(userId) &&
    hashKey(queryKey) === hashKey(licenseKeys.user(userId))
  );
}

/** Closing the tab in the middle of a job asks first; a connection that is back goes on with what it halted. */
function guardTheTab(manager: JobManager): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (manager.running > 0) event.preventDefault();
  };
  const goOn = () => void manager.resumeAfterConnectionLoss();
  window.addEventListener('beforeunload', warn);
  window.addEventListener('online', goOn);
  return () => {
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('online', goOn);
  };
}

export function useJobManager(): JobManager {
  const manager = useContext(JobsContext);
  if (!manager) throw new Error('Jobs are used outside JobsProvider');
  return manager;
}

/** Always read anew, and also without a network. */
const FROM_THIS_BROWSER = { staleTime: 0, networkMode: 'always' } as const;

/** One job, followed as it changes: undefined while it is looked for, null where there is none of that id. */
export function useJob(jobId: string): JobView | null | undefined {
  const manager = useJobManager();
  const subscribe = useMemo(() => unhurried(manager.subscribe), [manager]);
  const view = useSyncExternalStore(subscribe, () => manager.view(jobId));
  const { data } = useQuery({
    queryKey: ['jobs', 'open', jobId],
    queryFn: async () => (await manager.open(jobId)) ?? null,
    ...FROM_THIS_BROWSER,
  });
  return view ?? (data === null ? null : undefined);
}

/** How often the progress of a running job is drawn: a large one makes it many times a second. */
const DRAW_MS = 250;

/** Passes progress on as often as a person can follow it, and anything else at once. */
function unhurried(subscribe: JobManager['subscribe']) {
  return (draw: () => void): (() => void) => {
    const pacer = new Pacer(DRAW_MS, draw);
    const unsubscribe = subscribe((change) => {
      if (change === 'progress') pacer.ask();
      else pacer.doNow();
    });
    return () => {
      unsubscribe();
      pacer.stop();
    };
  };
}

const listKey = ['jobs', 'list'] as const;

/** This user's jobs in this browser, newest first; read again whenever one changes. */
export function useJobs() {
  const manager = useJobManager();
  useListsUpToDate();
  return useQuery({ queryKey: listKey, queryFn: () => manager.list(), ...FROM_THIS_BROWSER });
}

/** What this user's jobs in this browser did to somebody, newest first. */
export function useUserJobs(userId: string) {
  const manager = useJobManager();
  useListsUpToDate();
  return useQuery({
    queryKey: [...listKey, userId],
    queryFn: () => manager.listOfUser(userId),
    ...FROM_THIS_BROWSER,
  });
}

/** A running job changes many times a second; its lists need not follow that fast. */
const FOLLOW_MS = 500;

function useListsUpToDate(): void {
  const manager = useJobManager();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = manager.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: listKey });
      }, FOLLOW_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [manager, queryClient]);
}
