import { SnapshotFileError } from '@/model/snapshotFileError';
import type { Answer, Args, TaskName } from './auditTasks';
import type { AnswerMessage, Problem } from './messages';
import { WorkerBrokeError } from './WorkerBrokeError';

/** A worker that nobody needs any more keeps its memory for nothing. */
const IDLE_MS = 60_000;

let worker: Worker | undefined;
let lastId = 0;
let running = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * Runs a task off the main thread, so that the page goes on meanwhile. Where there are no workers, as in tests, it runs
 * here. Rejects with an error of the name and message that the task failed with, or with a `WorkerBrokeError`.
 */
export async function runInWorker<Name extends TaskName>(
  name: Name,
  ...args: Args<Name>
): Promise<Answer<Name>> {
  if (typeof Worker === 'undefined') {
    const { runTask } = await import('./auditTasks');
    return runTask(name, args);
  }
  const asked = startedWorker();
  running += 1;
  try {
    return await ask(asked, name, args);
  } finally {
    running -= 1;
    endWhenIdle();
  }
}

/** Starts the worker, which takes a while, for a task that is about to come. */
export function prepareWorker(): void {
  if (typeof Worker === 'undefined') return;
  startedWorker();
  endWhenIdle();
}

function startedWorker(): Worker {
  clearTimeout(idle);
  worker ??= new Worker(new URL('./auditWorker.ts', import.meta.url), { type: 'module' });
  return worker;
}

function endWhenIdle(): void {
  if (running === 0) idle = setTimeout(endWorker, IDLE_MS);
}

async function ask<Name extends TaskName>(
  asked: Worker,
  name: Name,
  args: Args<Name>,
): Promise<Answer<Name>> {
  lastId += 1;
  const id = lastId;
  const listening = new AbortController();
  const { signal } = listening;
  try {
    return await new Promise<Answer<Name>>((resolve, reject) => {
      asked.addEventListener(
        'message',
        ({ data }: MessageEvent<AnswerMessage<Name>>) => {
          if (data.id !== id) return;
          if ('answer' in data) resolve(data.answer);
          else reject(errorOf(data.problem));
        },
        { signal },
      );
      asked.addEventListener(
        'error',
        () => {
          if (worker === asked) endWorker();
          reject(new WorkerBrokeError());
        },
        { signal },
      );
      asked.postMessage({ id, name, args });
    });
  } finally {
    listening.abort();
  }
}

function errorOf({ name, message, fault }: Problem): Error {
  return fault ? new SnapshotFileError(fault) : Object.assign(new Error(message), { name });
}

function endWorker(): void {
  worker?.terminate();
  worker = undefined;
}
