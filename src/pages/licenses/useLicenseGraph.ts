import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiProvider';
import { ApiError } from '@/api/errors';
import { definitionQuery, useDefinitions } from '@/api/licenses';
import { DefinitionGraph } from '@/model/definitions';

interface LicenseGraph {
  /** Undefined until it is known whether this license has a definition. */
  graph: DefinitionGraph | undefined;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
}

/** The definitions, with that of this license asked for by itself where the list leaves it out. */
export function useLicenseGraph(licenseId: string): LicenseGraph {
  const api = useApi();
  const list = useDefinitions();
  const fromList = useMemo(() => list.data && new DefinitionGraph(list.data), [list.data]);
  const isMissing = fromList !== undefined && !fromList.has(licenseId);
  const single = useQuery({ ...definitionQuery(api, licenseId), enabled: isMissing });
  const withSingle = useMemo(
    () => single.data && list.data && new DefinitionGraph([...list.data, single.data]),
    [single.data, list.data],
  );

  const isUnknown = single.error instanceof ApiError && single.error.isNotFound;
  const graph = !isMissing || isUnknown ? fromList : withSingle;
  const error = list.error ?? (isUnknown ? null : single.error);
  return {
    graph,
    isPending: graph === undefined && error === null,
    error,
    retry: () => void (list.error ? list : single).refetch(),
  };
}
