import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { asksAboutLicenses, type Filter } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { viewsOf } from '@/model/view';

interface UserCountProps {
  shown: number;
  index: OrganizationIndex;
  filter: Filter;
}

/** "1,234 of 5,000 users", told also to those who do not see it. */
export function UserCount({ shown, index, filter }: UserCountProps) {
  const all = index.size;
  const total = `${all.toLocaleString()} ${all === 1 ? 'user' : 'users'}`;
  const unread = asksAboutLicenses(filter) ? all - index.assignmentsRead.count : 0;
  const untold = filter.lastLoginBefore === undefined ? 0 : all - viewsOf(index).lastLoginsKnown;
  return (
    <Box role="status">
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {shown === all ? total : `${shown.toLocaleString()} of ${total}`}
      </Typography>
      <LeftOut count={unread} reason="what they hold was not read" />
      <LeftOut count={untold} reason="no last login is known" />
    </Box>
  );
}

function LeftOut({ count, reason }: { count: number; reason: string }) {
  if (count === 0) return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
      {count.toLocaleString()} left out: {reason}
    </Typography>
  );
}
