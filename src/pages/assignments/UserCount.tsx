import { plural, t } from '@lingui/core/macro';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { asksAboutLicenses, type Filter } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { viewsOf } from '@/model/view';

interface UserCountProps {
  shown: number;
  index: OrganizationIndex;
  filter: Filter;
  isLooking: boolean;
}

/** "1,234 of 5,000 users", told also to those who do not see it. */
export function UserCount({ shown, index, filter, isLooking }: UserCountProps) {
  useLanguage();
  const all = index.size;
  const unread = asksAboutLicenses(filter) ? all - index.assignmentsRead.count : 0;
  const untold = filter.lastLoginBefore === undefined ? 0 : all - viewsOf(index).lastLoginsKnown;
  return (
    <div role="status" className="matrix-users">
      <strong>{isLooking ? t`Looking for findings…` : countText(shown, all)}</strong>
      {unread > 0 && (
        <p>
          {plural(unread, {
            one: '# left out: what they hold was not read',
            other: '# left out: what they hold was not read',
          })}
        </p>
      )}
      {untold > 0 && (
        <p>
          {plural(untold, {
            one: '# left out: no last login is known',
            other: '# left out: no last login is known',
          })}
        </p>
      )}
    </div>
  );
}

function countText(shown: number, all: number): string {
  if (shown === all) return plural(all, { one: '# user', other: '# users' });
  const shownText = formatNumber(shown);
  return plural(all, { one: `${shownText} of # user`, other: `${shownText} of # users` });
}
