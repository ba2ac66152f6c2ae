import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ApiError, isAbort } from '@/api/errors';
import { RefusalAdvice } from '../permission/RefusalAdvice';
import { CopyButton } from './CopyButton';
import { describeError } from './describeError';
import { NoticeAction } from './NoticeAction';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** What could not be done, such as "The users could not be loaded". */
  title?: string | undefined;
}

/** An error in words, with what the service's support asks for, and a way to try again. */
export function ErrorNotice({ error, onRetry, title }: ErrorNoticeProps) {
  const { t } = useLingui();
  if (isAbort(error)) return null;
  const { message, code, contextId } = describeError(error);
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <NoticeAction onClick={onRetry}>
            <Trans>Try again</Trans>
          </NoticeAction>
        )
      }
    >
      {title && <AlertTitle>{title}</AlertTitle>}
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {message}
      </Typography>
      {error instanceof ApiError && error.refusal && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <RefusalAdvice refusal={error.refusal} />
        </Typography>
      )}
      {(code || contextId) && (
        <Stack
          direction="row"
          sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, mt: 0.5 }}
        >
          {code && (
            <Typography variant="caption">
              <Trans>Code: {code}</Trans>
            </Typography>
          )}
          {contextId && (
            <>
              <Typography variant="caption" sx={{ overflowWrap: 'anywhere' }}>
                <Trans>Context ID: {contextId}</Trans>
              </Typography>
              <CopyButton text={contextId} label={t`Copy context ID`} />
            </>
          )}
        </Stack>
      )}
    </Alert>
  );
}
