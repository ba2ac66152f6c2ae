import type { ErrorBody } from '@/api/schema';

/** An answer other than success, thrown by what cannot go on. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: Partial<ErrorBody>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: Partial<ErrorBody> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
    this.headers = headers;
  }

  body(contextId: string): ErrorBody {
    const { message, code, status } = this;
    return { message, code, status, contextId, details: [], errors: [], ...this.more };
  }
}

export function badRequest(message: string, fieldName?: string): ServiceError {
  const details = fieldName === undefined ? [] : [{ errorCode: 'invalid', fieldName }];
  return new ServiceError(400, fieldName === undefined ? 'bad.request' : 'invalid.value', message, {
    details,
  });
}

export function notFound(what: string, id: string): ServiceError {
  return new ServiceError(404, 'not.found', `The requested ${what} was not found: ${id}`, {
    entityId: id,
    entityName: what,
    messageWithParams: 'The requested {entityName} was not found: {entityId}',
    messageParams: { entityName: what, entityId: id },
  });
}

export function noSuchPath(path: string): ServiceError {
  return new ServiceError(404, 'not.found', `The requested resource was not found: ${path}`);
}

export function tooManyRequests(retryAfterSeconds: number, allowed: number): ServiceError {
  return new ServiceError(
    429,
    'too.many.requests.retry.after',
    `Rate limit exceeded the maximum. Retry the request in [${retryAfterSeconds}] seconds`,
    {
      messageWithParams:
        'Rate limit exceeded the maximum. Retry the request in [{seconds}] seconds',
      messageParams: { seconds: String(retryAfterSeconds) },
      limit: { key: 'token.rate.per.minute', namespace: 'platform.api', value: allowed },
    },
    { 'retry-after': String(retryAfterSeconds) },
  );
}

/**
 * An operation outside the scopes of the OAuth client. The service publishes this code and text for refusals that are
 * not about the user's permissions; whether it says more of a scope is not known.
 */
export function notAuthorized(): ServiceError {
  return new ServiceError(
    403,
    'not.authorized',
    'You are not authorized to perform the requested action.',
  );
}

export function notAllowed(anyPermission: readonly string[]): ServiceError {
  return new ServiceError(
    403,
    'missing.any.permissions',
    `Unable to perform the requested action. You must have at least one of the following permissions assigned: [${anyPermission.join(', ')}]`,
    {
      messageWithParams:
        'Unable to perform the requested action. You must have at least one of the following permissions assigned: [{permissions}]',
      messageParams: { permissions: anyPermission.join(', ') },
    },
  );
}
