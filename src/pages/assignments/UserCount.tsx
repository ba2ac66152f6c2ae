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
  const all = index.size;
  const total = `${all.toLocaleString()} ${all === 1 ? 'user' : 'users'}`;
  const countText = shown === all ? total : `${shown.toLocaleString()} of ${total}`;
  const unread = asksAboutLicenses(filter) ? all - index.assignmentsRead.count : 0;
  const untold = filter.lastLoginBefore === undefined ? 0 : all - viewsOf(index).lastLoginsKnown;
  return (
    <div role="status" className="matrix-users">
      <strong>{isLooking ? 'Looking for findings…' : countText}</strong>
      <LeftOut count={unread} reason="what they hold was not read" />
      <LeftOut count={untold} reason="no last login is known" />
    </div>
  );
}

function LeftOut({ count, reason }: { count: number; reason: string }) {
  if (count === 0) return null;
  return (
    <p>
      {count.toLocaleString()} left out: {reason}
    </p>
  );
}
