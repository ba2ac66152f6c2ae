import type { UserSearchCriteria } from '@/api/schema';
import type { SandboxUser } from '../data/people';
import type { Resource } from '../service/call';
import { badRequest } from '../service/errors';
import { checkedPage, pageCount, slice } from '../service/input';
import { presentUser } from './present';
import { searchRequestFrom } from './searchRequest';

export const search: Resource<'postUsersSearch'> = {
  postUsersSearch(call) {
    const { query, expand, sortBy, sortOrder, pageSize, pageNumber } = searchRequestFrom(call.body);
    const page = checkedPage(pageSize, pageNumber);
    const matches = matcher(query);
    const inDeleted = query.some(asksForState);
    const found = call.organization
      .listed('any')
      .filter((user) => (inDeleted || user.profile.state !== 'deleted') && matches(user));
    if (sortBy !== undefined && sortBy !== 'name') {
      found.sort((a, b) => compare(fieldOf(a, sortBy), fieldOf(b, sortBy)));
    }
    if (/^desc/i.test(sortOrder ?? '')) found.reverse();
    return {
      total: found.length,
      pageCount: pageCount(found.length, page),
      pageSize: page.size,
      pageNumber: page.number,
      types: ['users'],
      results: slice(found, page).map((user) => presentUser(call, user, new Set(expand))),
    };
  },
};

type Matcher = (user: SandboxUser) => boolean;
type Test = (field: string) => boolean;

const defaultFields = ['name', 'email', 'username', 'title', 'department'];

/** All AND criteria hold, at least one OR criterion if there are any, and no NOT criterion. */
function matcher(criteria: readonly UserSearchCriteria[]): Matcher {
  const by: Record<'AND' | 'OR' | 'NOT', Matcher[]> = { AND: [], OR: [], NOT: [] };
  for (const criterion of criteria) by[operatorOf(criterion)].push(criterionMatcher(criterion));
  return (user) =>
    by.AND.every((matches) => matches(user)) &&
    (by.OR.length === 0 || by.OR.some((matches) => matches(user))) &&
    !by.NOT.some((matches) => matches(user));
}

function operatorOf({ operator = 'AND' }: UserSearchCriteria): 'AND' | 'OR' | 'NOT' {
  const word = operator.toUpperCase();
  if (word === 'AND' || word === 'OR' || word === 'NOT') return word;
  throw badRequest(`operator must be AND, OR or NOT, not ${operator}`, 'operator');
}

function criterionMatcher(criterion: UserSearchCriteria): Matcher {
  if (criterion.group !== undefined && criterion.group.length > 0) return matcher(criterion.group);
  const fields = criterion.fields?.length ? criterion.fields : defaultFields;
  const values = (criterion.values ?? (criterion.value === undefined ? [] : [criterion.value])).map(
    folded,
  );
  if (criterion.type === 'QUERY_STRING') {
    const words = values
      .flatMap((value) => value.replaceAll('*', ' ').split(/\s+/))
      .filter(Boolean);
    return (user) =>
      words.every((word) => fields.some((field) => foldedField(user, field).includes(word)));
  }
  const test = tests[criterion.type];
  if (test === undefined) {
    throw badRequest(`Search type ${criterion.type} is not known to the sandbox`, 'type');
  }
  const any = values.map(test);
  return (user) =>
    fields.some((field) => {
      const text = foldedField(user, field);
      return text !== '' && any.some((matches) => matches(text));
    });
}

const tests: Record<string, ((value: string) => Test) | undefined> = {
  EXACT: (value) => (field) => field === value,
  CONTAINS: (value) => (field) => field.includes(value),
  STARTS_WITH: (value) => (field) => field.startsWith(value),
  TERM: (value) => (field) => wordsOf(field).includes(value),
  TERMS: (value) => (field) => wordsOf(field).includes(value),
};

function wordsOf(field: string): string[] {
  return [field, ...field.split(/[\s,;]+/)];
}

function asksForState({ fields, group }: UserSearchCriteria): boolean {
  return fields?.includes('state') === true || group?.some(asksForState) === true;
}

const foldedFields = new WeakMap<SandboxUser, Map<string, string>>();

/** Folding is most of the work of a search, and people search letter by letter. */
function foldedField(user: SandboxUser, field: string): string {
  let known = foldedFields.get(user);
  if (known === undefined) {
    known = new Map();
    foldedFields.set(user, known);
  }
  let text = known.get(field);
  if (text === undefined) {
    text = folded(fieldOf(user, field));
    known.set(field, text);
  }
  return text;
}

/** Search does not mind case or accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function fieldOf({ profile }: SandboxUser, field: string): string {
  switch (field) {
    case 'id':
    case 'name':
    case 'email':
    case 'username':
    case 'title':
    case 'department':
      return profile[field] ?? '';
    case 'state':
      return profile.state ?? 'active';
    case 'division':
    case 'division.name':
      return profile.division?.name ?? '';
    case 'divisionId':
    case 'division.id':
      return profile.division?.id ?? '';
    default:
      throw badRequest(`Field ${field} cannot be searched`, 'fields');
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
