import { useMemo } from 'react';
import { ApiError } from '@/api/errors';
import { useDefinitions, useInferredLicenses, useUserLicenses } from '@/api/licenses';
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
    /** The service knows no user of this id. It may know licenses that the id holds all the same. */
    isNoUser: isNotFound(profile.error),
  };
}

export type UserPageData = ReturnType<typeof useUserPage>;

function missingDefinition({ isPending, isError }: { isPending: boolean; isError: boolean }) {
  if (isPending) return 'loading';
  return isError ? 'unknown' : 'none';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.isNotFound;
}
