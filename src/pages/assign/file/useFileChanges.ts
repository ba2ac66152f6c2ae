import { useCallback, useEffect, useRef, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { type FileChanges, interpretInSteps } from '@/model/changeFile';
import type { FileColumns } from '@/model/changeFileColumns';
import type { KnownLicense } from '@/model/changeFileLicenses';
import type { RowOptions } from '@/model/changeFileRow';
import type { FileTable } from '@/model/changeFileTable';
import { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { inSlices } from './inSlices';
import { directoryOf, type KnownPeople, useKnownPeople } from './useKnownPeople';

export interface FileUnderstanding {
  /** What the file says by what is known now; undefined until it was looked through once. */
  readonly changes: FileChanges | undefined;
  /** What the columns were taken for, by the last look at this file. */
  readonly columns: FileColumns | undefined;
  /** How much of a look is done. */
  readonly share: number;
  /** False as long as people arrive: who is nobody or somebody now may be somebody else then. */
  readonly isSettled: boolean;
}

interface Understood {
  readonly table: FileTable;
  readonly options: ReadOptions;
  readonly people: KnownPeople;
  readonly changes: FileChanges;
}

type ReadOptions = Omit<RowOptions, 'everybodyKnown'>;

/**
 * Looks up the users and licenses of a file, and again whenever more of them become known.
 * @param options the same object as long as nothing else is chosen.
 */
export function useFileChanges(
  table: FileTable | undefined,
  options: ReadOptions,
): FileUnderstanding {
  const lookMs = useRef(0);
  const people = useKnownPeople(useCallback(() => lookMs.current, []));
  // Without the definitions, the licenses that somebody holds are known all the same.
  const { data: graph, isPending } = useDefinitionGraph();
  const [understood, setUnderstood] = useState<Understood>();
  const [share, setShare] = useState(0);

  useEffect(() => {
    if (!table || isPending) return undefined;
    const controller = new AbortController();
    const startedAt = performance.now();
    const steps = look(table, people, graph ?? NO_DEFINITIONS, options);
    const take = (changes: FileChanges) => {
      lookMs.current = performance.now() - startedAt;
      setUnderstood({ table, options, people, changes });
    };
    const { signal } = controller;
    inSlices(steps, { signal, onShare: setShare }).then(take, (error: unknown) => {
      if (signal.aborted) return;
      setUnderstood(() => {
        // For the page's error boundary.
        throw error;
      });
    });
    return () => controller.abort();
  }, [table, options, people, graph, isPending]);

  const isCurrent = understood?.table === table && understood?.options === options;
  return {
    changes: isCurrent ? understood?.changes : undefined,
    columns: understood?.table === table ? understood?.changes.columns : undefined,
    share,
    isSettled: isCurrent && understood?.people === people && !people.isArriving,
  };
}

const NO_DEFINITIONS = new DefinitionGraph([]);

function look(
  table: FileTable,
  people: KnownPeople,
  graph: DefinitionGraph,
  options: ReadOptions,
): Generator<number, FileChanges> {
  const { index, isComplete } = people;
  return interpretInSteps(table, directoryOf(people), knownLicenses(graph, index), {
    ...options,
    everybodyKnown: isComplete,
  });
}

/** Every license that has a definition or a holder. */
function knownLicenses(graph: DefinitionGraph, index: OrganizationIndex): KnownLicense[] {
  const ids = new Set([...graph.ids, ...index.licenseIds]);
  return Array.from(ids, (id) => ({ id, title: graph.definition(id)?.description }));
}
