import Typography from '@mui/material/Typography';

interface UserCountProps {
  shown: number;
  all: number;
}

/** "1,234 of 5,000 users", told also to those who do not see it. */
export function UserCount({ shown, all }: UserCountProps) {
  const total = `${all.toLocaleString()} ${all === 1 ? 'user' : 'users'}`;
  return (
    <Typography role="status" variant="body2" sx={{ fontWeight: 600, py: 0.75 }}>
      {shown === all ? total : `${shown.toLocaleString()} of ${total}`}
    </Typography>
  );
}
