import { usePermission } from '@/api/permissions';
import { useReadOnly } from '@/api/useReadOnly';

/** Whether a page offers changes of assignments. Where it is unknown what the service allows, it does. */
export type ChangeOffer = 'offered' | 'readOnly' | 'forbidden';

export function useChangeOffer(): ChangeOffer {
  const mayChange = usePermission('authorization:grant:add');
  if (useReadOnly() !== 'no') return 'readOnly';
  return mayChange === 'no' ? 'forbidden' : 'offered';
}
