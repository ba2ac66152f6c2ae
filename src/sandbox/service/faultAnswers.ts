import type { Fault } from '../faults';
import { notAllowed, notAuthorized, ServiceError, tooManyRequests } from './errors';
import type { Operation } from './operations';
import type { Sent } from './sent';

const messages = {
  '400': ['bad.request', 'The request could not be understood by the server.'],
  '401': ['bad.credentials', 'Invalid login credentials.'],
  '408': [
    'request.timeout',
    'The client did not produce a request within the server timeout limit.',
  ],
  '409': ['conflict', 'The request conflicts with the current state of the target resource.'],
  '413': ['request.entity.too.large', 'The request is over the size limit.'],
  '500': ['internal.server.error', 'The server encountered an unexpected condition.'],
  '503': ['service.unavailable', 'Service Unavailable - The server is currently unavailable.'],
  '504': ['gateway.timeout', 'The request timed out.'],
} as const;

const htmlPage =
  '<!DOCTYPE html><html><head><title>500</title></head><body><h1>Something went wrong</h1></body></html>';

/** What a fault sends in place of the answer; nothing for a fault that only changes the answer. */
export function faultAnswer(
  fault: Fault,
  operation: Operation,
  allowed: number,
): Sent | ServiceError | 'dropped' | undefined {
  const { kind } = fault;
  switch (kind) {
    case 'failPairs':
    case 'omitPairs':
    case 'slow':
    case 'stripOptional':
      return undefined;
    case 'dropBefore':
    case 'dropAfter':
      return 'dropped';
    case 'html':
      return { status: fault.status ?? 500, text: { type: 'text/html', content: htmlPage } };
    case 'empty':
      return { status: fault.status ?? 500 };
    case '403':
      // Where no permission is asked for, none can be missing.
      return operation.anyPermission.length > 0
        ? notAllowed(operation.anyPermission)
        : notAuthorized();
    case 'notFound':
      return new ServiceError(404, 'not.found', 'The requested resource was not found.');
    case '429':
      return tooManyRequests(fault.retryAfterSeconds ?? 1, allowed);
    case '400':
    case '401':
    case '408':
    case '409':
    case '413':
    case '500':
    case '503':
    case '504':
      break;
  }
  const [code, message] = messages[kind];
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
  return new ServiceError(Number(kind), code, message, {}, headers);
}

/** Whether the work is done although the caller is told otherwise, or nothing. */
export function isApplied({ kind, applied, status }: Fault): boolean {
  if (kind === 'dropAfter') return true;
  if (kind === 'dropBefore') return false;
  return applied ?? (status !== undefined && status < 400);
}
