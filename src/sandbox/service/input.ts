import type { Call } from './call';
import { badRequest, ServiceError } from './errors';

/** Lists are cut to at most this many on one page. */
const maxPageSize = 500;

export interface Page {
  size: number;
  number: number;
}

export function pageFrom(query: URLSearchParams): Page {
  return checkedPage(numberFrom(query, 'pageSize'), numberFrom(query, 'pageNumber'));
}

export function checkedPage(size = 25, number = 1): Page {
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize) {
    throw badRequest(`pageSize must be between 1 and ${maxPageSize}, not ${size}`, 'pageSize');
  }
  if (!Number.isInteger(number) || number < 1) {
    throw badRequest(`pageNumber must be 1 or more, not ${number}`, 'pageNumber');
  }
  return { size, number };
}

export function slice<T>(items: readonly T[], page: Page): T[] {
  return items.slice((page.number - 1) * page.size, page.number * page.size);
}

export function pageCount(total: number, page: Page): number {
  return Math.ceil(total / page.size);
}

function numberFrom(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^-?\d+$/.test(text)) throw badRequest(`${name} must be a whole number`, name);
  return Number(text);
}

/** The values of a parameter that is repeated or has commas. */
export function listFrom(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** One of the given words, or the first of them when the parameter is absent. */
export function oneOf<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const given = query.get(name);
  if (given === null || given === '') return words[0];
  const word = words.find((candidate) => candidate === given);
  if (word === undefined) throw badRequest(`${name} must be one of ${words.join(', ')}`, name);
  return word;
}

/** A body that is a list of strings; no body is an empty list. */
export function stringsFrom({ body }: Call, what: string): string[] {
  if (body === undefined) return [];
  if (!isStrings(body)) throw badRequest(`The body must be a list of ${what}`, 'body');
  return body;
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of a request as JSON, undefined when there is none. */
export async function jsonFrom(request: Request): Promise<unknown> {
  if (request.method !== 'POST' && request.method !== 'PUT') return undefined;
  const text = await request.text();
  if (text.trim() === '') return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    throw new ServiceError(
      415,
      'unsupported.media.type',
      `Unsupported media type: ${type || 'none'}`,
    );
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    throw badRequest('The request body is not valid JSON');
  }
}
