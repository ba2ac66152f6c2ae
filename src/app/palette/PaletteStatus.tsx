import { Plural, Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { describeError } from '@/components/page/describeError';
import type { Entry } from './entries';
import { type FoundUsers, SHORTEST_SEARCH } from './useFoundUsers';

interface PaletteStatusProps {
  text: string;
  entries: readonly Entry[];
  licenses: { error: Error | null; isPending: boolean };
  users: FoundUsers;
}

/** How many there are, what is still searched, and what could not be: shown and spoken. */
export function PaletteStatus({ text, entries, licenses, users }: PaletteStatusProps) {
  const problems = [licenses.error, users.error];
  const isSearching = users.isSearching || (text.trim() !== '' && licenses.isPending);
  return (
    <Box
      role="status"
      sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}
    >
      <Typography variant="body2">
        <Count text={text} count={entries.length} isSearching={isSearching} />
      </Typography>
      {!users.maySearch && (
        <Typography variant="body2">
          <Trans>You may not search for users.</Trans>
        </Typography>
      )}
      {problems.some((problem) => problem !== null) && (
        <Problems licenses={licenses} users={users} />
      )}
    </Box>
  );
}

function Count(props: { text: string; count: number; isSearching: boolean }) {
  const { count, isSearching } = props;
  const text = props.text.trim();
  if (isSearching) return <Trans>Searching…</Trans>;
  if (count === 0) return <Trans>Nothing found for “{text}”</Trans>;
  if (text.length < SHORTEST_SEARCH) return <Trans>Type two letters to find users, too</Trans>;
  return <Plural value={count} one="# found" other="# found" />;
}

function Problems({ licenses, users }: Pick<PaletteStatusProps, 'licenses' | 'users'>) {
  const licenseProblem = licenses.error && describeError(licenses.error).message;
  const userProblem = users.error && describeError(users.error).message;
  return (
    <>
      {licenseProblem && (
        <Typography variant="body2" color="error">
          <Trans>The licenses could not be read: {licenseProblem}</Trans>
        </Typography>
      )}
      {userProblem && (
        <Typography variant="body2" color="error">
          <Trans>The search for users did not work: {userProblem}</Trans>
        </Typography>
      )}
    </>
  );
}
