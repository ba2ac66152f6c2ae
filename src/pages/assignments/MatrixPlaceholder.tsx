import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EmptyState } from '@/components/page/EmptyState';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import { HEADER_HEIGHT } from './matrixData';

interface MatrixPlaceholderProps {
  shown: number;
  all: number;
  status: OrganizationSnapshot['status'];
  onClear: () => void;
}

/** Stands where the rows would be when there are none, and says why. */
export function MatrixPlaceholder({ shown, all, status, onClear }: MatrixPlaceholderProps) {
  if (shown > 0) return null;
  return (
    <Box sx={{ position: 'absolute', inset: `${HEADER_HEIGHT}px 0 auto` }}>
      <Reason all={all} status={status} onClear={onClear} />
    </Box>
  );
}

function Reason({ all, status, onClear }: Omit<MatrixPlaceholderProps, 'shown'>) {
  if (all > 0) {
    return (
      <EmptyState
        title="No user matches these filters"
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    );
  }
  if (status === 'idle' || status === 'loading')
    return <EmptyState title="Reading the first users…" />;
  if (status === 'failed') return <EmptyState title="No users could be read" />;
  return (
    <EmptyState
      title="This organization has no users"
      description="The service lists neither users nor license assignments for it."
    />
  );
}
