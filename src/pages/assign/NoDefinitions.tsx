import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { describeError } from '@/components/page/describeError';
import { NoticeAction } from '@/components/page/NoticeAction';

interface NoDefinitionsProps {
  /** Null while they are still being read. */
  error: unknown;
  onRetry: () => void;
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
}

/** Without license definitions a plan is neither checked nor put in order, which takes a confirmation of its own. */
export function NoDefinitions({ error, onRetry, isAccepted, onAccept }: NoDefinitionsProps) {
  const { t } = useLingui();
  return (
    <Alert
      severity="warning"
      action={
        error !== null && (
          <NoticeAction onClick={onRetry}>
            <Trans>Try again</Trans>
          </NoticeAction>
        )
      }
    >
      <AlertTitle>
        {error === null
          ? t`The license definitions are still being read`
          : t`The license definitions could not be read`}
      </AlertTitle>
      <Typography variant="body2">
        <Trans>
          Without them, prerequisites are not checked, and changes are not sent in the order that
          prerequisites ask for.
        </Trans>
      </Typography>
      {error !== null && <Typography variant="body2">{describeError(error).message}</Typography>}
      <FormControlLabel
        control={<Checkbox size="small" checked={isAccepted} />}
        label={t`Apply without checking prerequisites`}
        onChange={(_event, checked) => onAccept(checked)}
      />
    </Alert>
  );
}
