import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { PermissionNotice } from './PermissionNotice';
import { useChangeOffer } from './useChangeOffer';

/** Says why a page offers no changes; nothing where it does. */
export function ChangesNotice() {
  const { t } = useLingui();
  const offer = useChangeOffer();
  if (offer === 'offered') return null;
  if (offer === 'readOnly') {
    return (
      <Alert severity="info">
        <Trans>No changes are offered: the console is in read-only mode.</Trans>
      </Alert>
    );
  }
  return (
    <PermissionNotice
      title={t`You may look, but not change license assignments`}
      anyOf={['authorization:grant:add']}
    />
  );
}
