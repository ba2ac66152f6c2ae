import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { EmptyState } from '@/components/page/EmptyState';
import { useOrganization } from '@/organization/OrganizationProvider';

interface NoUsersProps {
  /** How many users there are without any filter. */
  all: number;
  onClear: () => void;
}

/** Why there is nobody to show. */
export function NoUsers({ all, onClear }: NoUsersProps) {
  const { t } = useLingui();
  const { status } = useOrganization();
  if (all > 0) {
    return (
      <EmptyState
        title={t`No user matches these filters`}
        action={<Button onClick={onClear}>{t`Clear filters`}</Button>}
      />
    );
  }
  if (status === 'idle' || status === 'loading') {
    return <EmptyState title={t`Reading the first users…`} />;
  }
  if (status === 'failed') return <EmptyState title={t`No users could be read`} />;
  return (
    <EmptyState
      title={t`This organization has no users`}
      description={t`The service lists neither users nor license assignments for it.`}
    />
  );
}
