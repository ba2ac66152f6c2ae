import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { asksAboutLicenses, type Filter } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';

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
  return (
    <Box role="status">
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {shown === all ? total : `${shown.toLocaleString()} of ${total}`}
      </Typography>
      {unread > 0 && (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {unread.toLocaleString()} left out: what they hold was not read
        </Typography>
      )}
    </Box>
  );
}
