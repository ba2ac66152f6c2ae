import Button from '@mui/material/Button';
import { memo } from 'react';
import { plural } from '@/components/text/plural';

interface BulkChangeButtonProps {
  /** How many users are selected. */
  count: number;
  panelId: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** Opens the licenses of the selected users. Always there, so that selecting somebody moves nothing. */
export const BulkChangeButton = memo(function BulkChangeButton({
  count,
  panelId,
  isOpen,
  onToggle,
}: BulkChangeButtonProps) {
  const isShown = isOpen && count > 0;
  return (
    <Button
      size="small"
      disabled={count === 0}
      aria-expanded={isShown}
      aria-controls={isShown ? panelId : undefined}
      onClick={() => onToggle(!isOpen)}
    >
      Change licenses of {count === 0 ? 'selected users' : plural(count, 'selected user')}
    </Button>
  );
});
