import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { User } from '@/api/schema';
import { displayName } from '@/model/people';
import { userPath } from './paths';

interface PersonLinkProps {
  userId: string;
  /** Undefined when the service knows no such user, or has not told yet. */
  user: User | undefined;
}

/** A user by name, linked to their page. */
export function PersonLink({ userId, user }: PersonLinkProps) {
  return (
    <Link component={RouterLink} to={userPath(userId)} dir="auto" sx={{ overflowWrap: 'anywhere' }}>
      {displayName(user, userId)}
    </Link>
  );
}
