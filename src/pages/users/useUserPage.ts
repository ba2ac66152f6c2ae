import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiProvider';
import { ApiError } from '@/api/errors';
import {
  inferredLicensesQuery,
  useDefinitions,
  useInferredLicenses,
  useUserLicenses,
} from '@/api/licenses';
import type { DomainRole } from '@/api/schema';
import { useUser, useUserRoles } from '@/api/users';
import { DefinitionGraph, effectivePermissions, isSpelledOut } from '@/model/definitions';
import { heldIds, type Implication, userLicenseRows } from './userLicenses';

/** Everything the page of one user shows. Each read may fail by itself; the others still show. */
export function useUserPage(userId: string) {
  const profile = useUser(userId);
  const licenses = useUserLicenses(userId);
  const definitions = useDefinitions();
  const roles = useUserRoles(userId);
  const roleList = roles.data?.roles;
  const roleIds = useMemo(() => roleList?.flatMap((role) => role.id ?? []) ?? [], [roleList]);
  const inferred = useInferredLicenses(roleIds);
  const impliedByRole = useImpliedByRole(roleList);

  // A definition that came with the user's licenses will do where the list cannot be read or leaves it out.
  const graph = useMemo(
    () =>
      new DefinitionGraph([
        ...(definitions.data ?? []),
        ...(licenses.data?.licenses ?? []).filter(isSpelledOut),
      ]),
    [definitions.data, licenses.data],
  );
  const held = useMemo(
    () => licenses.data?.licenses && heldIds(licenses.data.licenses),
    [licenses.data],
  );
  const permissions = useMemo(() => effectivePermissions(held?.ids ?? [], graph), [held, graph]);

  const implied = useMemo(() => {
    if (roleList?.length === 0) return new Set<string>();
    return inferred.data && new Set(inferred.data);
  }, [roleList, inferred.data]);
  const isEveryRoleAsked = roleList !== undefined && roleList.length === roleIds.length;
  const missing = missingDefinition(definitions);
  const isImplicationPending = roles.isPending || inferred.isLoading;
  const rows = useMemo(() => {
    const implicationOf = (licenseId: string): Implication => {
      if (implied?.has(licenseId)) return 'implied';
      if (implied && isEveryRoleAsked) return 'notImplied';
      return isImplicationPending ? 'loading' : 'unknown';
    };
    return userLicenseRows(held?.ids ?? [], graph, permissions, missing, implicationOf);
  }, [held, graph, permissions, missing, implied, isEveryRoleAsked, isImplicationPending]);

  return {
    profile,
    licenses,
    definitions,
    roles,
    inferred,
    graph,
    held,
    permissions,
    rows,
    implied,
    impliedByRole,
    isEveryRoleAsked,
    /** The service knows no user of this id. It may know licenses that the id holds all the same. */
    isNoUser: isNotFound(profile.error),
  };
}

export type UserPageData = ReturnType<typeof useUserPage>;

/** A role of the user, and what it implies by itself. */
export interface RoleImplication {
  readonly role: DomainRole;
  /** `unknown` where the service does not say, or the role has no id by which it could be asked. */
  readonly licenseIds: readonly string[] | 'loading' | 'unknown';
}

/** One question a role, shared by all users who have it. Undefined as long as the roles are not known. */
function useImpliedByRole(roles: readonly DomainRole[] | undefined) {
  const api = useApi();
  const answers = useQueries({
    queries: (roles ?? []).map(({ id }) =>
      inferredLicensesQuery(api, id === undefined ? [] : [id]),
    ),
  });
  return roles?.map((role, position): RoleImplication => {
    const answer = answers[position];
    return { role, licenseIds: answer?.data ?? (answer?.isLoading ? 'loading' : 'unknown') };
  });
}

function missingDefinition({ isPending, isError }: { isPending: boolean; isError: boolean }) {
  if (isPending) return 'loading';
  return isError ? 'unknown' : 'none';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.isNotFound;
}
