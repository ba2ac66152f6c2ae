import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { Api } from '@/api/client';
import { onSignOut } from '@/auth/signOutTasks';
import type { DefinitionGraph } from '@/model/definitions';
import type { Findings } from '@/model/findings';
import {
  findByRoles,
  joinFindings,
  prepareRoleSets,
  type RoleFacts,
  type RoleFindings,
} from '@/model/findingsRoles';
import { useOrganization } from '@/organization/OrganizationProvider';
import { RoleCheckStore } from '@/organization/RoleCheckStore';
import { nextTask } from '@/workers/nextTask';

/** One a session, so that a check goes on while its administrator looks at something else. */
const stores = new WeakMap<Api, RoleCheckStore>();

function storeOf(api: Api, queryClient: QueryClient): RoleCheckStore {
  let store = stores.get(api);
  if (!store) {
    store = new RoleCheckStore(api.forWork('roles'), queryClient);
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

/** What roles say, and of which organization: the rows mean users of that index only. */
interface ByRoles {
  readonly facts: RoleFacts;
  readonly result: RoleFindings;
}

/** Adds what roles say to the other findings. */
export function useRoleFindings(
  findings: Findings | undefined,
  graph: DefinitionGraph | undefined,
) {
  const store = storeOf(useApi(), useQueryClient());
  const check = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { index } = useOrganization();
  const { roleSets } = check;
  const [byRoles, setByRoles] = useState<ByRoles>();
  useEffect(() => {
    // What else was found is found anew whenever the index changes, and the people are looked at by then.
    if (!findings) return undefined;
    let isAwaited = true;
    const facts = { index, graph, roleSets };
    void prepareRoleSets(roleSets ?? [], index, nextTask).then(
      () => isAwaited && setByRoles({ facts, result: findByRoles(facts) }),
    );
    return () => {
      isAwaited = false;
    };
  }, [findings, index, graph, roleSets]);

  const isOfThis = byRoles?.facts.index === index && byRoles.facts.graph === graph;
  const result = isOfThis ? byRoles.result : undefined;
  const joined = useMemo(
    () => findings && result && joinFindings(findings, result),
    [findings, result],
  );
  return {
    findings: joined,
    check,
    usersNotChecked: result?.usersNotChecked ?? 0,
    start: () => void store.start(),
    stop: store.stop,
  };
}
