import { isRecord, shortened } from '@/api/errors';
import type { LicenseAssignmentRequest } from '@/api/schema';
import { pairKey } from '@/model/plan';
import type { JobPair } from './job';

/** Numbers of pairs that go in one request. */
export type Batch = readonly number[];

/** Pairs a request, until the service says that it is too many or takes too long. */
export const FIRST_BATCH_SIZE = 100;

/** The stages that still have something to send, in order. */
export function openStages(pairs: readonly JobPair[]): number[] {
  const stages = new Set(
    pairs.filter(({ state }) => state === 'planned').map(({ stage }) => stage),
  );
  return [...stages].sort((a, b) => a - b);
}

/** What of a stage is still to be sent. */
export function plannedIn(pairs: readonly JobPair[], stage: number): number[] {
  const numbers: number[] = [];
  pairs.forEach((pair, number) => {
    if (pair.stage === stage && pair.state === 'planned') numbers.push(number);
  });
  return numbers;
}

/** The next batch off the front of a queue, which is shortened by it. */
export function takeBatch(queue: number[], size: number): Batch {
  return queue.splice(0, size);
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

/** The service's own word on each pair of an answer. What is no word on a pair is passed over. */
export function wordsOf(answer: readonly unknown[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const entry of answer) {
    if (!isRecord(entry)) continue;
    const { userId, licenseId, result } = entry;
    if (typeof userId !== 'string' || typeof licenseId !== 'string') continue;
    words.set(pairKey({ userId, licenseId }), typeof result === 'string' ? shortened(result) : '');
  }
  return words;
}

export function usersIn(pairs: readonly JobPair[]): string[] {
  return [...new Set(pairs.map((pair) => pair.userId))];
}

/** The bodies of all requests that a job would send if none of them failed. */
export function requestsInOrder(pairs: readonly JobPair[]): LicenseAssignmentRequest[][] {
  return openStages(pairs).flatMap((stage) => {
    const queue = plannedIn(pairs, stage);
    const requests: LicenseAssignmentRequest[][] = [];
    while (queue.length > 0) {
      const batch = takeBatch(queue, FIRST_BATCH_SIZE).flatMap((number) => pairs[number] ?? []);
      requests.push(requestOf(batch));
    }
    return requests;
  });
}
