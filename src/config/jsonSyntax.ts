import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word is not JSON (text needs double quotes)',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'expected the name of a setting in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a closing brace }',
  CloseBracketExpected: 'expected a closing bracket ]',
  EndOfFileExpected: 'expected the end of the file',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfString: 'this text has no closing quote',
  InvalidEscapeCharacter: 'a backslash must be written twice',
};

/** Where and why a text is no JSON, in words. The browsers' own messages differ, and some say no place. */
export function explainJsonSyntax(text: string): string {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!first) return 'the file is not valid JSON';
  const before = text.slice(0, first.offset).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `the file is not valid JSON: line ${line}, column ${column}: ${WORDS[printParseErrorCode(first.error)] ?? 'unexpected character'}`;
}
