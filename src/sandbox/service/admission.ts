import type { ContractCheck, ContractProblem } from '../contract';
import { notAllowed, notAuthorized, ServiceError } from './errors';
import type { Operation } from './operations';
import { isInScope } from './scopes';
import type { Tokens } from './tokens';

export function bearerToken(request: Request): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** The token of one who may use an operation; anyone else gets 401 or 403. */
export function admit(
  operation: Operation,
  token: string | undefined,
  tokens: Tokens,
  permissions: ReadonlySet<string>,
  scopes: ReadonlySet<string>,
): string {
  if (token === undefined) {
    throw new ServiceError(
      401,
      'authentication.required',
      'No authentication bearer token specified in authorization header.',
    );
  }
  const client = tokens.clientOf(token);
  if (client === undefined) {
    throw new ServiceError(401, 'bad.credentials', 'Invalid login credentials.');
  }
  if (!isInScope(operation.scope, client.scopes ?? scopes)) throw notAuthorized();
  const { anyPermission } = operation;
  if (anyPermission.length > 0 && !anyPermission.some((needed) => permissions.has(needed))) {
    throw notAllowed(anyPermission);
  }
  return token;
}

/** A request that breaks the contract gets 400, with every place that does. */
export function checkRequest(
  contract: ContractCheck | undefined,
  operation: Operation,
  request: Request,
  url: URL,
  body: unknown,
): void {
  const problems = contract?.request({
    operation: operation.id,
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    body,
  });
  if (problems === undefined || problems.length === 0) return;
  const said = problems.map(({ where, message }: ContractProblem) => `${where} ${message}`);
  throw new ServiceError(
    400,
    'bad.request',
    `The request breaks the contract: ${said.join('; ')}`,
    {
      details: problems.map(({ where, message }) => ({ errorCode: message, fieldName: where })),
    },
  );
}
