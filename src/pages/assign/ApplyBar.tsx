import { Plural, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useMe } from '@/api/session';
import { ChangesNotice } from '@/components/permission/ChangesNotice';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import type { Change } from '@/model/plan';
import { type Confirmation, confirmationFor } from './confirmation';

interface ApplyBarProps {
  changes: readonly Change[];
  isApplying: boolean;
  /** Something above the bar has to be confirmed first. */
  isHeldBack: boolean;
  onApply: () => void;
  /** More buttons, after "Apply". */
  children: ReactNode;
}

/** The last step before the write. Where a mistake would be hard to live with it asks for more than a click. */
export function ApplyBar({ changes, isApplying, isHeldBack, onApply, children }: ApplyBarProps) {
  const { data: me } = useMe();
  const confirmation = confirmationFor(changes, me?.id);
  const [typed, setTyped] = useState('');
  const count = changes.length;
  const offer = useChangeOffer();
  const isConfirmed = confirmation === undefined || typed.trim() === confirmation.word;

  return (
    <Paper
      variant="outlined"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 2,
        p: 2,
        position: { sm: 'sticky' },
        bottom: 0,
        zIndex: 2,
      }}
    >
      {count > 0 && <ChangesNotice />}
      {count > 0 && confirmation && offer === 'offered' && (
        <ConfirmationField confirmation={confirmation} typed={typed} onType={setTyped} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {count > 0 && (
          <Button
            variant="contained"
            loading={isApplying}
            disabled={!isConfirmed || isHeldBack || offer !== 'offered'}
            onClick={onApply}
          >
            <Plural value={count} one="Apply # change" other="Apply # changes" />
          </Button>
        )}
        {children}
      </Box>
    </Paper>
  );
}

interface ConfirmationFieldProps {
  confirmation: Confirmation;
  typed: string;
  onType: (typed: string) => void;
}

function ConfirmationField({ confirmation, typed, onType }: ConfirmationFieldProps) {
  const { t } = useLingui();
  const { word } = confirmation;
  return (
    <Alert severity="warning">
      {confirmation.reasons.map((reason) => (
        <Typography key={reason} variant="body2">
          {reason}
        </Typography>
      ))}
      <TextField
        size="small"
        label={t`Type ${word} to confirm`}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        sx={{ mt: 1.5, width: '16rem', maxWidth: '100%' }}
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
      />
    </Alert>
  );
}
