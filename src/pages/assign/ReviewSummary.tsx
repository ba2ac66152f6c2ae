import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { plural } from '@/components/text/plural';
import { type Change, type Plan, pairKey } from '@/model/plan';

interface ReviewSummaryProps {
  plan: Plan;
  /** Epoch milliseconds. */
  readAt: number;
  excludedCount: number;
  nameOf: (userId: string) => string;
}

/** The plan in a few sentences: what changes, what is left out, and why. */
export function ReviewSummary({ plan, readAt, excludedCount, nameOf }: ReviewSummaryProps) {
  const { changes, alreadySo, unread, contradictions } = plan;
  const users = new Set(changes.map((change) => change.userId)).size;
  const adds = changes.filter((change) => change.action === 'add').length;
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography role="status">
        <strong>{plural(changes.length, 'change')}</strong> for {plural(users, 'user')}:{' '}
        {plural(adds, 'license')} added, {(changes.length - adds).toLocaleString()} removed.
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {excludedCount > 0 && `${plural(excludedCount, 'pair')} left out by you. `}
        Read from the service at {new Date(readAt).toLocaleTimeString()}.
      </Typography>
      {alreadySo.length > 0 && <AlreadySo changes={alreadySo} nameOf={nameOf} />}
      {unread.length > 0 && (
        <Alert severity="warning">
          The service did not say what {plural(unread.length, 'user')} hold, so nothing is planned
          for them: {firstOf(unread.map(({ userId }) => nameOf(userId)))}
        </Alert>
      )}
      {contradictions.length > 0 && (
        <Alert severity="warning">
          {plural(contradictions.length, 'pair')} both to be added and to be removed; neither is
          done:{' '}
          {firstOf(
            contradictions.map(([first, second]) => contradictionText(first, second, nameOf)),
          )}
        </Alert>
      )}
    </Stack>
  );
}

const LISTED = 100;

/** The pairs that need no change, to be looked through by whoever wonders about them. */
function AlreadySo({
  changes,
  nameOf,
}: {
  changes: readonly Change[];
  nameOf: (userId: string) => string;
}) {
  const rest = changes.length - LISTED;
  return (
    <Typography component="details" variant="body2">
      <summary>{plural(changes.length, 'pair')} already so and left out</summary>
      <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 240, overflow: 'auto' }}>
        {changes.slice(0, LISTED).map((change) => (
          <li key={pairKey(change)}>
            <span dir="auto">{nameOf(change.userId)}</span>{' '}
            {change.action === 'add' ? 'holds' : 'does not hold'} {change.licenseId}
          </li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString()} more</li>}
      </Box>
    </Typography>
  );
}

const NAMED = 10;

function firstOf(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest.toLocaleString()} more` : '');
}

function contradictionText(
  first: Change,
  second: Change,
  nameOf: (userId: string) => string,
): string {
  const lines = [first, second].flatMap(({ reason }) =>
    reason.kind === 'file' ? `line ${reason.line}` : [],
  );
  const where = lines.length > 0 ? ` (${lines.join(', ')})` : '';
  return `${first.licenseId} for ${nameOf(first.userId)}${where}`;
}
