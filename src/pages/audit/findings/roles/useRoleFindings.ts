import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { Api } from '@/api/client';
import { onSignOut } from '@/auth/signOutTasks';
import type { DefinitionGraph } from '@/model/definitions';
import type { Findings } from '@/model/findings';
import { findByRoles, joinFindings } from '@/model/findingsRoles';
import { useOrganization } from '@/organization/OrganizationProvider';
import { RoleCheckStore } from '@/organization/RoleCheckStore';

/** One a session, so that a check goes on while its administrator looks at something else. */
const stores = new WeakMap<Api, RoleCheckStore>();

function storeOf(api: Api, queryClient: QueryClient): RoleCheckStore {
  let store = stores.get(api);
  if (!store) {
    store = new RoleCheckStore(api, queryClient);
    stores.set(api, store);
    stopAtSignOut(store);
  }
  return store;
}

function stopAtSignOut(store: RoleCheckStore): void {
  const forget = onSignOut(() => {
    store.stop();
    forget();
  });
}

/** Adds what roles say to the other findings. */
export function useRoleFindings(
  findings: Findings | undefined,
  graph: DefinitionGraph | undefined,
) {
  const store = storeOf(useApi(), useQueryClient());
  const check = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { index, version } = useOrganization();
  const { roleSets } = check;
  const byRoles = useMemo(() => {
    // The index changes in place: the version says when it did.
    if (version < 0) return undefined;
    return findByRoles({ index, graph, roleSets });
  }, [index, version, graph, roleSets]);
  const joined = useMemo(
    () => findings && byRoles && joinFindings(findings, byRoles),
    [findings, byRoles],
  );
  return {
    findings: joined,
    check,
    usersNotChecked: byRoles?.usersNotChecked ?? 0,
    start: () => void store.start(),
    stop: store.stop,
  };
}
