import { useSyncExternalStore } from 'react';
import { useApi } from './ApiProvider';
import type { ReadOnly } from './ReadOnlyMode';

export function useReadOnly(): ReadOnly {
  const { readOnly } = useApi();
  return useSyncExternalStore(readOnly.subscribe, readOnly.getState);
}
