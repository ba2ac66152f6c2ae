import { isRecord, shortened } from '@/api/errors';
import type { LicenseAssignmentRequest } from '@/api/schema';
import { pairKey } from '@/model/plan';
import type { JobPair } from './job';
import { BETWEEN_WORDS } from './words';

/** Numbers of pairs that go in one request. */
export type Batch = readonly number[];

/** Pairs a request, until the service says that it is too many or takes too long. */
export const FIRST_BATCH_SIZE = 100;

/** What is still to be sent, stage by stage. */
export function waitingInOrder(pairs: readonly JobPair[]): number[] {
  const numbers = pairs.flatMap((pair, number) => (pair.state === 'planned' ? [number] : []));
  const stageOf = (number: number) => pairs[number]?.stage ?? 0;
  return numbers.sort((a, b) => stageOf(a) - stageOf(b) || a - b);
}

/** The body of one request: an entry a license, as the contract has it. */
export function requestOf(pairs: readonly JobPair[]): LicenseAssignmentRequest[] {
  const entries = new Map<string, LicenseAssignmentRequest>();
  for (const { licenseId, userId, action } of pairs) {
    let entry = entries.get(licenseId);
    if (!entry) {
      entry = { licenseId, userIdsAdd: [], userIdsRemove: [] };
      entries.set(licenseId, entry);
    }
    (action === 'add' ? entry.userIdsAdd : entry.userIdsRemove).push(userId);
  }
  return [...entries.values()];
}

/** The service's own word on each pair of an answer, or all of them where it names a pair more than once. What is no word on a pair is passed over. */
export function wordsOf(answer: readonly unknown[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const entry of answer) {
    if (!isRecord(entry)) continue;
    const { userId, licenseId, result } = entry;
    if (typeof userId !== 'string' || typeof licenseId !== 'string') continue;
    const key = pairKey({ userId, licenseId });
    const word = typeof result === 'string' ? shortened(result) : '';
    const earlier = words.get(key);
    if (!earlier) words.set(key, word);
    else if (word && !earlier.split(BETWEEN_WORDS).includes(word)) {
      words.set(key, shortened(earlier + BETWEEN_WORDS + word));
    }
  }
  return words;
}

export function usersIn(pairs: readonly JobPair[]): string[] {
  return [...new Set(pairs.map((pair) => pair.userId))];
}

/** The pairs of all requests that a job would send if none of them failed. */
export function requestsInOrder(pairs: readonly JobPair[]): JobPair[][] {
  const requests: JobPair[][] = [];
  for (const number of waitingInOrder(pairs)) {
    const pair = pairs[number];
    if (!pair) continue;
    const last = requests.at(-1);
    if (last && last.length < FIRST_BATCH_SIZE && last[0]?.stage === pair.stage) last.push(pair);
    else requests.push([pair]);
  }
  return requests;
}
