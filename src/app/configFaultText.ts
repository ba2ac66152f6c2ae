import { t } from '@lingui/core/macro';
import { type ConfigFault, type Expected, type JsonFault, LONGEST_NAME } from '@/config/config';
import { formatNumber } from '@/i18n/formats';

/** What is wrong with config.json, for whoever runs the console. Follows the name of a field, or stands by itself. */
export function configFaultText(fault: ConfigFault): string {
  switch (fault.kind) {
    case 'unexpected': {
      const expected = expectedText(fault.expected);
      const found = fault.found ?? t({ message: 'nothing', comment: 'Found in a file' });
      return t`expected ${expected}, found ${found}`;
    }
    case 'unknownSetting': {
      const settings = fault.settings.join(', ');
      return t`is not a setting of the console; expected one of ${settings}`;
    }
    case 'unread': {
      const { status } = fault;
      return status === undefined
        ? t`the file could not be read: the server did not answer`
        : t`the file could not be read: the server answered with status ${status}`;
    }
    case 'noJson':
      return noJsonText(fault.place);
  }
}

function expectedText(expected: Expected): string {
  switch (expected) {
    case 'grant':
      return t`"pkce" or "implicit"`;
    case 'region':
      return t`the domain of a region, such as "mypurecloud.de"`;
    case 'clientId':
      return t`a client ID without spaces`;
    case 'address':
      return t`an http or https address, such as "https://api.example.com"`;
    case 'hosts':
      return t`an object with "api" and "login"`;
    case 'name': {
      const most = formatNumber(LONGEST_NAME);
      return t`a name of 1 to ${most} characters`;
    }
    case 'nameOfItsOwn':
      return t`a name that no other profile has`;
    case 'profile':
      return t`an object with "name", "region", "clientId" and "grant"`;
    case 'profiles':
      return t`a list of profiles`;
    case 'trueOrFalse':
      return t`true or false`;
    case 'settings':
      return t`an object`;
  }
}

function noJsonText(place: JsonFault | undefined): string {
  if (!place) return t`the file is not valid JSON`;
  const line = formatNumber(place.line);
  const column = formatNumber(place.column);
  const why = syntaxText(place.code);
  return t`the file is not valid JSON: line ${line}, column ${column}: ${why}`;
}

function syntaxText(code: string): string {
  switch (code) {
    case 'InvalidSymbol':
      return t`this word is not JSON (text needs double quotes)`;
    case 'InvalidNumberFormat':
      return t`this is not a number`;
    case 'PropertyNameExpected':
      return t`expected the name of a setting in double quotes`;
    case 'ValueExpected':
      return t`expected a value`;
    case 'ColonExpected':
      return t`expected a colon`;
    case 'CommaExpected':
      return t`expected a comma`;
    case 'CloseBraceExpected':
      return t`expected a closing brace`;
    case 'CloseBracketExpected':
      return t`expected a closing bracket`;
    case 'EndOfFileExpected':
      return t`expected the end of the file`;
    case 'InvalidCommentToken':
      return t`comments are not allowed`;
    case 'UnexpectedEndOfString':
      return t`this text has no closing quote`;
    case 'InvalidEscapeCharacter':
      return t`a backslash must be written twice`;
    default:
      return t`unexpected character`;
  }
}
