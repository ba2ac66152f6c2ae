import type { LicenseAssignmentRequest } from '@/api/schema';
import { covers } from '../data/people';
import type { ResultWords } from '../options';
import type { Call, Resource } from '../service/call';
import { badRequest, ServiceError } from '../service/errors';
import { isRecord, isStrings } from '../service/input';

/** The batch update: pair by pair in the order given, each with a result of its own. */
export const batch: Resource<'postLicenseOrganization'> = {
  postLicenseOrganization(call) {
    const pairs = assignmentsFrom(call.body).flatMap(pairsOf);
    const bound = call.settings.maxUsersPerBatchPost;
    if (pairs.length > bound) {
      throw new ServiceError(
        413,
        'request.entity.too.large',
        `The request is over the size limit: ${pairs.length} assignments, at most ${bound} are taken`,
        { limit: { key: 'license.batch.size', namespace: 'license', value: bound } },
      );
    }
    return pairs.flatMap(({ userId, licenseId, add }) => {
      const outcome = call.pairOutcome(userId, licenseId);
      if (outcome === 'omitUndone') return [];
      const word = outcome === 'fail' ? 'failed' : update(call, userId, licenseId, add);
      if (outcome === 'omit') return [];
      return [{ userId, licenseId, result: call.settings.resultWords[word] }];
    });
  },
};

interface Pair {
  userId: string;
  licenseId: string;
  add: boolean;
}

function pairsOf({ licenseId, userIdsAdd, userIdsRemove }: LicenseAssignmentRequest): Pair[] {
  return [
    ...userIdsAdd.map((userId) => ({ userId, licenseId, add: true })),
    ...userIdsRemove.map((userId) => ({ userId, licenseId, add: false })),
  ];
}

function update(
  { organization, administrator }: Call,
  userId: string,
  licenseId: string,
  add: boolean,
): keyof ResultWords {
  const held = organization.assignmentsOf(userId);
  if (held.includes(licenseId) === add) {
    return isUnknown() ?? 'unchanged';
  }
  if (!add) {
    organization.changeLicense(administrator.id, userId, licenseId, false);
    return 'removed';
  }
  const unknown = isUnknown();
  if (unknown !== undefined) return unknown;
  const prerequisites = organization.definitions.get(licenseId)?.prerequisites ?? [];
  if (!prerequisites.every(({ id }) => id === undefined || covers(held, id))) {
    return 'missingPrerequisite';
  }
  organization.changeLicense(administrator.id, userId, licenseId, true);
  return 'added';

  /** Nothing is added for what is unknown; what is held all the same can still be taken away. */
  function isUnknown(): 'unknownLicense' | 'unknownUser' | undefined {
    if (!organization.definitions.has(licenseId) && !held.includes(licenseId)) {
      return 'unknownLicense';
    }
    const user = organization.user(userId);
    if (user === undefined || user.profile.state === 'deleted') {
      return held.length === 0 || add ? 'unknownUser' : undefined;
    }
    return undefined;
  }
}

function assignmentsFrom(body: unknown): LicenseAssignmentRequest[] {
  if (body === undefined) return [];
  if (!isRecord(body)) throw badRequest('The body must be an object', 'body');
  const assignments: unknown = body['assignments'];
  if (!Array.isArray(assignments)) {
    throw badRequest('assignments is required and must be a list', 'assignments');
  }
  return assignments.map((entry: unknown, index) => {
    const where = `assignments[${index}]`;
    if (!isRecord(entry)) throw badRequest(`${where} must be an object`, where);
    const { licenseId, userIdsAdd, userIdsRemove } = entry;
    if (typeof licenseId !== 'string') {
      throw badRequest(`${where}.licenseId is required`, `${where}.licenseId`);
    }
    if (!isStrings(userIdsAdd)) {
      throw badRequest(`${where}.userIdsAdd must be a list of ids`, `${where}.userIdsAdd`);
    }
    if (!isStrings(userIdsRemove)) {
      throw badRequest(`${where}.userIdsRemove must be a list of ids`, `${where}.userIdsRemove`);
    }
    return { licenseId, userIdsAdd, userIdsRemove };
  });
}
