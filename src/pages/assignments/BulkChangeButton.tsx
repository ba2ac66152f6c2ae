import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import { useSelection } from '@/organization/OrganizationProvider';

interface BulkChangeButtonProps {
  panelId: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** Opens the licenses of the selected users. Always there, so that selecting somebody moves nothing. */
export const BulkChangeButton = memo(function BulkChangeButton({
  panelId,
  isOpen,
  onToggle,
}: BulkChangeButtonProps) {
  useLanguage();
  const { count } = useSelection();
  const isShown = isOpen && count > 0;
  return (
    <Button
      size="small"
      disabled={count === 0}
      aria-expanded={isShown}
      aria-controls={isShown ? panelId : undefined}
      onClick={() => onToggle(!isOpen)}
    >
      {count === 0
        ? t`Change licenses of selected users`
        : plural(count, {
            one: 'Change licenses of # selected user',
            other: 'Change licenses of # selected users',
          })}
    </Button>
  );
});
