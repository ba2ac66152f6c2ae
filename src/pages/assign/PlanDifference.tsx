import { Plural, Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ActionLabel } from '@/components/change/ActionLabel';
import { type Change, pairKey } from '@/model/plan';
import type { Difference } from './comparePlans';

interface PlanDifferenceProps extends Difference {
  nameOf: (userId: string) => string;
}

const LISTED = 100;

/** Says that the plan is not the one that was to be applied any more, and how it differs. */
export function PlanDifference({ added, gone, nameOf }: PlanDifferenceProps) {
  return (
    <Alert severity="warning">
      <AlertTitle>
        <Trans>The plan has changed since you reviewed it, so nothing was applied</Trans>
      </AlertTitle>
      {gone.length > 0 && (
        <>
          <Typography variant="body2">
            <Plural
              value={gone.length}
              one="# change is no longer needed:"
              other="# changes are no longer needed:"
            />
          </Typography>
          <Changes changes={gone} nameOf={nameOf} />
        </>
      )}
      {added.length > 0 && (
        <>
          <Typography variant="body2">
            <Plural value={added.length} one="# change is new:" other="# changes are new:" />
          </Typography>
          <Changes changes={added} nameOf={nameOf} />
        </>
      )}
      <Typography variant="body2">
        <Trans>Look through the plan again, then apply it.</Trans>
      </Typography>
    </Alert>
  );
}

function Changes({
  changes,
  nameOf,
}: { changes: readonly Change[] } & Pick<PlanDifferenceProps, 'nameOf'>) {
  return (
    <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, maxHeight: 160, overflow: 'auto' }}>
      {changes.slice(0, LISTED).map((change) => (
        <li key={pairKey(change)}>
          <ActionLabel action={change.action} /> {change.licenseId},{' '}
          <span dir="auto">{nameOf(change.userId)}</span>
        </li>
      ))}
      {changes.length > LISTED && <li>…</li>}
    </Box>
  );
}
