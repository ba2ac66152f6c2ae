// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ApiError, isAbort, readApiError, retryAfterSeconds } from '@/api/errors';

function answer(status: number, body: string | null, headers: HeadersInit = {}): Response {
  return new Response(body, { status, headers });
}

describe('an error answer', () => {
  it('keeps the words, the code and the context id of the service', async () => {
    const body = JSON.stringify({
      message: 'You need authorization:grant:add',
      code: 'missing.permission',
      status: 403,
      contextId: '6f1b',
    });
    const error = await readApiError(answer(403, body));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: 'You need authorization:grant:add',
      kind: 'status',
      status: 403,
      code: 'missing.permission',
      contextId: '6f1b',
      isForbidden: true,
      isNotFound: false,
      isUnauthorized: false,
      outcomeUnknown: false,
    });
  });

  it.each([
    ['HTML of a proxy', '<html><h1>Bad Gateway</h1></html>'],
    ['nothing', null],
    ['JSON that is no object', '"down"'],
    ['a list', '[]'],
    ['an object of something else', '{"error":"down"}'],
    ['a blank message', '{"message":"  "}'],
    ['a message that is no text', '{"message":{"text":"down"},"code":7,"contextId":null}'],
  ])('is put into our own words when its body is %s', async (_, body) => {
    const error = await readApiError(answer(503, body));
    expect(error.message).toBe('The service is not available at the moment.');
    expect(error).toMatchObject({ status: 503, code: undefined, contextId: undefined });
  });

  it('of a status that we have no words for at least names it', async () => {
    expect((await readApiError(answer(418, null))).message).toBe(
      'The service answered with status 418.',
    );
  });

  it('has the correlation id of the headers where the body has no context id', async () => {
    const error = await readApiError(answer(500, '', { 'inin-correlation-id': 'c-1' }));
    expect(error.contextId).toBe('c-1');
  });

  it('says how long to wait', async () => {
    const error = await readApiError(answer(429, null, { 'Retry-After': '17' }));
    expect(error.retryAfterSeconds).toBe(17);
  });
});

describe('a 403', () => {
  const needs = { anyPermission: ['a:b:view', 'a:b:edit'], scopes: ['license'] };
  const refused = async (body: unknown) =>
    (await readApiError(answer(403, JSON.stringify(body)), needs)).refusal;

  it('names the missing permissions as the service does, not as the contract', async () => {
    expect(
      await refused({
        code: 'missing.any.permissions',
        message: 'You must have at least one of the following: [x:y:z]',
        messageParams: { permissions: 'routing:queue:add, routing:queue:edit', userId: 'a:b' },
      }),
    ).toEqual({
      kind: 'permission',
      permissions: ['routing:queue:add', 'routing:queue:edit'],
      needed: 'any',
    });
    expect(
      await refused({
        code: 'missing.permissions',
        message: 'You are missing the following permission(s): [billing:user:hourlyInteracting].',
        messageParams: null,
      }),
    ).toEqual({
      kind: 'permission',
      permissions: ['billing:user:hourlyInteracting'],
      needed: 'all',
    });
  });

  it.each([
    ['missing.permissions', 'You may not, since 12:30:45, see https://help.example.test:80/a'],
    ['missing.any.permissions', undefined],
  ])('of %s that names none has those of the contract', async (code, message) => {
    expect(await refused({ code, message })).toEqual({
      kind: 'permission',
      permissions: needs.anyPermission,
      needed: 'any',
    });
  });

  it.each([
    ['not.authorized', 'The scope of the client is not enough'],
    ['missing.division.permission', 'You are missing authorization:grant:add in a division'],
    ['missing.permission', 'Of another code, however like it'],
    [undefined, undefined],
  ])('with the code %s is about something else', async (code, message) => {
    expect(await refused({ code, message })).toEqual({ kind: 'other', scopes: ['license'] });
  });

  it('without a message is called a missing permission only where the code says so', async () => {
    const missing = await readApiError(answer(403, '{"code":"missing.permissions"}'));
    expect(missing.message).toBe('You do not have the permission for this.');
    const other = await readApiError(answer(403, null));
    expect(other.message).toBe('Genesys Cloud refused this without saying why.');
    expect((await readApiError(answer(401, null))).refusal).toBeUndefined();
  });
});

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('%j is read as %s', (value, seconds) => {
    expect(retryAfterSeconds(answer(429, null, { 'Retry-After': value }))).toBe(seconds);
  });

  it('may be missing', () => {
    expect(retryAfterSeconds(answer(429, null))).toBeUndefined();
  });
});

describe('a write that met an error', () => {
  it.each([
    [{ kind: 'network' }, true],
    [{ kind: 'format', status: 200 }, true],
    [{ kind: 'status', status: 408 }, true],
    [{ kind: 'status', status: 500 }, true],
    [{ kind: 'status', status: 504 }, true],
    [{ kind: 'status', status: 400 }, false],
    [{ kind: 'status', status: 401 }, false],
    [{ kind: 'status', status: 413 }, false],
    [{ kind: 'status', status: 429 }, false],
  ] as const)('%o may have been carried out all the same: %s', (details, expected) => {
    expect(new ApiError('', details).outcomeUnknown).toBe(expected);
  });
});

describe('a cancelled request', () => {
  it('is nobody’s failure', () => {
    expect(isAbort(new DOMException('', 'AbortError'))).toBe(true);
    expect(isAbort(new DOMException('', 'TimeoutError'))).toBe(false);
    expect(isAbort(new Error('AbortError'))).toBe(false);
  });
});
