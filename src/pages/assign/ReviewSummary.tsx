import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { formatNumber, formatTime } from '@/i18n/formats';
import { type Change, type Plan, pairKey } from '@/model/plan';
import { ReviewAge } from './ReviewAge';

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
  const changeCount = changes.length;
  const removed = formatNumber(changes.length - adds);
  const time = formatTime(readAt);
  const unreadNames = firstOf(unread.map(({ userId }) => nameOf(userId)));
  const pairs = firstOf(
    contradictions.map(([first, second]) => contradictionText(first, second, nameOf)),
  );
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography role="status">
        <Trans>
          <strong>
            <Plural value={changeCount} one="# change" other="# changes" />
          </strong>{' '}
          for <Plural value={users} one="# user" other="# users" />:{' '}
          <Plural value={adds} one="# license" other="# licenses" /> added, {removed} removed.
        </Trans>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {excludedCount > 0 && (
          <>
            <Plural
              value={excludedCount}
              one="# pair left out by you."
              other="# pairs left out by you."
            />{' '}
          </>
        )}
        <Trans>Read from the service at {time}.</Trans> <ReviewAge readAt={readAt} />
      </Typography>
      {alreadySo.length > 0 && <AlreadySo changes={alreadySo} nameOf={nameOf} />}
      {unread.length > 0 && (
        <Alert severity="warning">
          <Plural
            value={unread.length}
            one={`The service did not say what # user holds, so nothing is planned for them: ${unreadNames}`}
            other={`The service did not say what # users hold, so nothing is planned for them: ${unreadNames}`}
          />
        </Alert>
      )}
      {contradictions.length > 0 && (
        <Alert severity="warning">
          <Plural
            value={contradictions.length}
            one={`# pair both to be added and to be removed; neither is done: ${pairs}`}
            other={`# pairs both to be added and to be removed; neither is done: ${pairs}`}
          />
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
  const more = formatNumber(rest);
  return (
    <Typography component="details" variant="body2">
      <summary>
        <Plural
          value={changes.length}
          one="# pair already so and left out"
          other="# pairs already so and left out"
        />
      </summary>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, maxHeight: 240, overflow: 'auto' }}>
        {changes.slice(0, LISTED).map((change) => (
          <li key={pairKey(change)}>
            <HeldOrNot change={change} name={nameOf(change.userId)} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Trans>and {more} more</Trans>
          </li>
        )}
      </Box>
    </Typography>
  );
}

function HeldOrNot({ change, name }: { change: Change; name: string }) {
  return change.action === 'add' ? (
    <Trans>
      <span dir="auto">{name}</span> holds {change.licenseId}
    </Trans>
  ) : (
    <Trans>
      <span dir="auto">{name}</span> does not hold {change.licenseId}
    </Trans>
  );
}

const NAMED = 10;

function firstOf(names: readonly string[]): string {
  const named = names.slice(0, NAMED).join(', ');
  if (names.length <= NAMED) return named;
  const more = formatNumber(names.length - NAMED);
  return t`${named} and ${more} more`;
}

function contradictionText(
  first: Change,
  second: Change,
  nameOf: (userId: string) => string,
): string {
  const { licenseId } = first;
  const user = nameOf(first.userId);
  const lines = [first, second]
    .flatMap(({ reason }) => (reason.kind === 'file' ? reason.line : []))
    .join(', ');
  return lines === '' ? t`${licenseId} for ${user}` : t`${licenseId} for ${user} (lines ${lines})`;
}
