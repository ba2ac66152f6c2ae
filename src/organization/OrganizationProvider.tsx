import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useApi } from '@/api/ApiProvider';
import { type OrganizationSnapshot, OrganizationStore } from './OrganizationStore';
import { type Selection, SelectionStore } from './SelectionStore';
import { type Staged, StagedStore } from './StagedStore';

interface Stores {
  organization: OrganizationStore;
  selection: SelectionStore;
  staged: StagedStore;
}

const OrganizationContext = createContext<Stores | null>(null);

/** Keeps the organization, the selection and the staged changes of the signed-in session for the pages below it. */
export function OrganizationProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const stores = useMemo(() => {
    const organization = new OrganizationStore(api.forWork('organization'));
    return {
      organization,
      selection: new SelectionStore(organization),
      staged: new StagedStore(),
    };
  }, [api]);
  useEffect(() => stores.selection.keepAcrossReloads(), [stores]);
  useEffect(() => () => stores.organization.stop(), [stores]);
  useEffect(() => {
    const goOn = () => stores.organization.retryAfterConnectionLoss();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [stores]);
  return <OrganizationContext.Provider value={stores}>{children}</OrganizationContext.Provider>;
}

function useStores(): Stores {
  const stores = useContext(OrganizationContext);
  if (!stores) throw new Error('The organization is used outside OrganizationProvider');
  return stores;
}

/** The store itself, for refresh, retry and read-backs. */
export const useOrganizationStore = (): OrganizationStore => useStores().organization;

/** What is known of the organization now. Using it loads the organization. */
export function useOrganization(): OrganizationSnapshot {
  const { organization } = useStores();
  return useSyncExternalStore(organization.subscribe, organization.getSnapshot);
}

export const useSelectionStore = (): SelectionStore => useStores().selection;

/** The selected users, rendered anew when the selection changes. */
export function useSelection(): Selection {
  const { selection } = useStores();
  return useSyncExternalStore(selection.subscribe, selection.getSnapshot);
}

export const useStagedStore = (): StagedStore => useStores().staged;

/** The changes marked in the matrix, rendered anew when one is added or taken back. */
export function useStaged(): Staged {
  const { staged } = useStores();
  return useSyncExternalStore(staged.subscribe, staged.getSnapshot);
}
