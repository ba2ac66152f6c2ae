/**
 * What a result word of the service may mean. The words are not published, so this is a hint: it takes claims away, or
 * tells a refusal that the readings agree with, and is never proof that something changed.
 */
export type Hint = 'unchanged' | 'refused' | undefined;

const UNCHANGED = /no.?change|un.?changed|not.?changed|already|nothing|exists|no.?op\b/iu;
const REFUSED =
  /fail|error|den(?:y|ied)|reject|refus|invalid|unknown|not.?(?:found|allowed|permitted|available|possible|supported)|missing|prerequisite|forbid|unable|cannot|exceed|insufficient|conflict|unauthori/iu;

/** Between the words of an answer that names a pair more than once. */
export const BETWEEN_WORDS = ' / ';

/** Where an answer has several words for a pair, all of them have to agree. */
export function hintOf(word: string | undefined): Hint {
  if (!word) return undefined;
  const words = word.split(BETWEEN_WORDS);
  if (words.every((each) => UNCHANGED.test(each))) return 'unchanged';
  return words.every((each) => REFUSED.test(each)) ? 'refused' : undefined;
}
