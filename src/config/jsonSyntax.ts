import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { JsonFault } from './config';

/** Where and why a text is no JSON. The browsers' own messages differ, and some say no place. */
export function findJsonFault(text: string): JsonFault | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!first) return undefined;
  const before = text.slice(0, first.offset).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    code: printParseErrorCode(first.error),
  };
}
