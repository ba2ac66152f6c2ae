import { plural, t } from '@lingui/core/macro';
import { rowFaultText } from '@/components/file/fileFaultText';
import { formatChoices, formatList } from '@/i18n/formats';
import type { LineProblem } from '@/model/changeFileRow';

/** What is wrong with a line of a file of changes. */
export function lineProblemText(
  problem: LineProblem,
  describeUser: (userId: string) => string,
): string {
  switch (problem.kind) {
    case 'noUserColumn':
      return t`No column names the users. Its header should be “User”, “User ID”, “Email” or “Name”.`;
    case 'noLicenseColumn':
      return t`No column names the licenses. Its header should be “License” or “License ID”.`;
    case 'sameColumns': {
      const columns = formatList(problem.headers.map(quoted));
      return t`The columns ${columns} would mean the same. Keep one of them.`;
    }
    case 'noUser':
      return t`No user is given`;
    case 'nobody': {
      const user = quoted(problem.text);
      return t`${user} is nobody in this organization`;
    }
    case 'nobodyYet': {
      const user = quoted(problem.text);
      return t`${user} is nobody among the people who have been read`;
    }
    case 'uncertainName': {
      const user = quoted(problem.text);
      return t`${user} may mean somebody else too, as not every person has been read. Use an id or an email.`;
    }
    case 'keyBesideName': {
      const [user, key] = [quoted(problem.text), quoted(problem.key)];
      const column = quoted(problem.header);
      return t`${user} is only a name, and the column ${column}, which is not used, has ${key}. Choose the user column.`;
    }
    case 'severalUsers':
      return severalUsersText(problem, describeUser);
    case 'otherUser': {
      const [user, other] = [quoted(problem.text), quoted(problem.than)];
      return t`${user} is somebody else than ${other}`;
    }
    case 'noLicense':
      return t`No license is given`;
    case 'unknownLicense': {
      const license = quoted(problem.text);
      const nearest = formatChoices(problem.nearest.map(quoted));
      return nearest === ''
        ? t`${license} is no license of this organization`
        : t`${license} is no license of this organization. Did you mean ${nearest}?`;
    }
    case 'ambiguousLicense': {
      const license = quoted(problem.text);
      const licenses = formatChoices(problem.licenseIds.map(quoted));
      return t`${license} could be ${licenses}. Write it exactly.`;
    }
    case 'noAction':
      return t`No action is given: write “add” or “remove”`;
    case 'unknownAction': {
      const action = quoted(problem.text);
      return t`${action} is no action: write “add” or “remove”`;
    }
    case 'unknownMark': {
      const mark = quoted(problem.text);
      return t`${mark} in the column of a license: write “1” or leave it empty`;
    }
    case 'contradiction':
      return contradictionText(problem);
    case 'openQuote':
    case 'strayQuote':
    case 'encoding':
    case 'width':
    case 'formula':
    case 'errorValue':
      return rowFaultText(problem);
  }
}

const MOST_CANDIDATES = 5;

function severalUsersText(
  { text, by, userIds }: Extract<LineProblem, { kind: 'severalUsers' }>,
  describeUser: (userId: string) => string,
): string {
  const user = quoted(text);
  const users = userIds.slice(0, MOST_CANDIDATES).map(describeUser).join('; ');
  const more = userIds.length - MOST_CANDIDATES;
  if (by === 'email') {
    return more > 0
      ? t`${user} means several users: ${users} and ${more} more. Use an id.`
      : t`${user} means several users: ${users}. Use an id.`;
  }
  return more > 0
    ? t`${user} means several users: ${users} and ${more} more. Use an id or an email.`
    : t`${user} means several users: ${users}. Use an id or an email.`;
}

const MOST_LINES = 5;

function contradictionText({
  action,
  licenseId,
  otherLines,
}: Extract<LineProblem, { kind: 'contradiction' }>): string {
  const lines = otherLines.slice(0, MOST_LINES).join(', ');
  const more = otherLines.length - MOST_LINES;
  if (action === 'add') {
    return more > 0
      ? t`This line adds ${licenseId}, lines ${lines} and ${more} more ask to remove it for the same user`
      : plural(otherLines.length, {
          one: `This line adds ${licenseId}, line ${lines} asks to remove it for the same user`,
          other: `This line adds ${licenseId}, lines ${lines} ask to remove it for the same user`,
        });
  }
  return more > 0
    ? t`This line removes ${licenseId}, lines ${lines} and ${more} more ask to add it for the same user`
    : plural(otherLines.length, {
        one: `This line removes ${licenseId}, line ${lines} asks to add it for the same user`,
        other: `This line removes ${licenseId}, lines ${lines} ask to add it for the same user`,
      });
}

const LONGEST_QUOTE = 80;

function quoted(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return t`“${shown}”`;
}
