import { type Fault, faultKinds } from '../faults';
import type { Sandbox } from '../sandbox';
import { isRecord, isStrings } from '../service/input';
import { operationList } from '../service/operations';
import { json } from './http';

/** What one can do to the sandbox by hand, as the help of the command says it. */
export const controlHelp = `  GET    /sandbox                        what is running here
  GET    /sandbox/faults                 faults that can still strike
  POST   /sandbox/faults                 add one fault or a list, e.g. {"operation": "postLicenseOrganization", "kind": "503", "times": 1}
  DELETE /sandbox/faults                 no more faults
  GET    /sandbox/assignments            all assignments, as canonical JSON
  GET    /sandbox/assignments/:userId    the licenses of one user
  GET    /sandbox/log                    the requests that were answered
  POST   /sandbox/permissions            {"grant": [...], "revoke": [...]} for the administrator
  POST   /sandbox/scopes                 {"grant": [...], "revoke": [...]} for OAuth clients without scopes of their own
  POST   /sandbox/rate-limit             {"requests": 150, "clientId": "..."}: somebody else makes so many requests in this minute, with
                                         that OAuth client or, without "clientId", with another one of the same user;
                                         "everyWindow": true for every minute from now on, until 0 are asked for
  POST   /sandbox/expire-tokens          every token expires now
  POST   /sandbox/revoke-tokens          every token is forgotten
  POST   /sandbox/reset                  data, faults, permissions, scopes and rate limit as in the beginning; tokens stay`;

/** The control endpoints under `/sandbox`: for people and for tests, not a part of the service. */
export async function control(
  sandbox: Sandbox,
  violations: readonly string[],
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, , what = '', id] = pathname.split('/');
  switch (`${request.method} ${what}`) {
    case 'GET ':
      return json({
        organization: sandbox.organization.name,
        users: sandbox.organization.users.length,
        administrator: sandbox.administrator,
        permissions: [...sandbox.permissions],
        scopes: [...sandbox.scopes],
        contractViolations: violations,
      });
    case 'GET faults':
      return json(sandbox.faults.pending);
    case 'POST faults':
      return addFaults(sandbox, await bodyOf(request));
    case 'DELETE faults':
      sandbox.faults.clear();
      return json([]);
    case 'GET assignments':
      if (id === undefined) {
        return new Response(sandbox.organization.snapshot(), {
          headers: { 'content-type': 'application/json' },
        });
      }
      return json({ userId: id, licenses: sandbox.organization.assignmentsOf(id) });
    case 'GET log':
      return json(sandbox.log);
    case 'POST permissions':
      return changePermissions(sandbox, await bodyOf(request));
    case 'POST scopes':
      return changeScopes(sandbox, await bodyOf(request));
    case 'POST rate-limit':
      return shareRateLimit(sandbox, await bodyOf(request));
    case 'POST expire-tokens':
      sandbox.expireTokens();
      return json({ done: true });
    case 'POST revoke-tokens':
      sandbox.revokeTokens();
      return json({ done: true });
    case 'POST reset':
      sandbox.reset();
      return json({ done: true });
    default:
      return json({ message: `No such control: ${request.method} ${pathname}` }, 404);
  }
}

function addFaults(sandbox: Sandbox, body: unknown): Response {
  const given: unknown[] = Array.isArray(body) ? body : [body];
  const faults: Fault[] = [];
  for (const candidate of given) {
    const problem = faultProblem(candidate);
    if (problem !== undefined || !isFault(candidate)) {
      return json({ message: problem ?? 'This is no fault' }, 400);
    }
    faults.push(candidate);
  }
  sandbox.faults.add(...faults);
  return json(sandbox.faults.pending);
}

function isFault(value: unknown): value is Fault {
  return faultProblem(value) === undefined;
}

const numbers = ['times', 'after', 'chance', 'retryAfterSeconds', 'delayMs', 'status'];
const fields = new Set(['kind', 'operation', 'applied', 'pairs', 'keep', ...numbers]);

/** What is wrong with a fault that came as JSON, in words. */
function faultProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'A fault is an object with a kind';
  const { kind, operation, applied, pairs, keep } = value;
  if (!faultKinds.some((known) => known === kind)) {
    return `kind must be one of ${faultKinds.join(', ')}`;
  }
  if (operation !== undefined && operation !== 'any') {
    if (!operationList.some(({ id }) => id === operation)) {
      return `operation must be any, or one of ${operationList.map(({ id }) => id).join(', ')}`;
    }
  }
  for (const field of Object.keys(value)) {
    if (!fields.has(field)) return `A fault has no ${field}, but ${[...fields].join(', ')}`;
  }
  for (const field of numbers) {
    if (value[field] !== undefined && typeof value[field] !== 'number') {
      return `${field} must be a number`;
    }
  }
  if (applied !== undefined && typeof applied !== 'boolean') return 'applied must be true or false';
  if (keep !== undefined && !isStrings(keep)) return 'keep must be a list of field names';
  const arePairs = Array.isArray(pairs) && pairs.every(isRecord);
  if (pairs !== undefined && typeof pairs !== 'number' && !arePairs) {
    return 'pairs must be a number or a list of {userId, licenseId}';
  }
  return undefined;
}

function changePermissions(sandbox: Sandbox, body: unknown): Response {
  const change = changeFrom(body);
  if (change === undefined) {
    return json({ message: 'grant and revoke must be lists of permissions' }, 400);
  }
  for (const permission of change.grant) sandbox.grantPermission(permission);
  for (const permission of change.revoke) sandbox.revokePermission(permission);
  return json({ permissions: [...sandbox.permissions] });
}

function changeScopes(sandbox: Sandbox, body: unknown): Response {
  const change = changeFrom(body);
  if (change === undefined) {
    return json({ message: 'grant and revoke must be lists of scopes' }, 400);
  }
  for (const scope of change.grant) sandbox.grantScope(scope);
  for (const scope of change.revoke) sandbox.revokeScope(scope);
  return json({ scopes: [...sandbox.scopes] });
}

function changeFrom(body: unknown): { grant: string[]; revoke: string[] } | undefined {
  const { grant = [], revoke = [] } = isRecord(body) ? body : {};
  return isStrings(grant) && isStrings(revoke) ? { grant, revoke } : undefined;
}

function shareRateLimit(sandbox: Sandbox, body: unknown): Response {
  const { requests, clientId, everyWindow } = isRecord(body) ? body : {};
  if (typeof requests !== 'number' || !Number.isInteger(requests) || requests < 0) {
    return json({ message: 'requests must be a whole number, 0 or more' }, 400);
  }
  if (clientId !== undefined && typeof clientId !== 'string') {
    return json({ message: 'clientId must be the id of an OAuth client' }, 400);
  }
  if (everyWindow !== undefined && typeof everyWindow !== 'boolean') {
    return json({ message: 'everyWindow must be true or false' }, 400);
  }
  sandbox.shareRateLimit({
    requests,
    ...(clientId !== undefined && { clientId }),
    ...(everyWindow !== undefined && { everyWindow }),
  });
  return json({ done: true });
}

/** The JSON body; anything else reads as nothing, and the caller says what was missing. */
async function bodyOf(request: Request): Promise<unknown> {
  try {
    const parsed: unknown = JSON.parse(await request.text());
    return parsed;
  } catch {
    return undefined;
  }
}
