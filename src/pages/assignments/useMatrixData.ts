import { useMemo, useState } from 'react';
import { useHref } from 'react-router';
import { useDefinitions } from '@/api/licenses';
import type { LicenseDefinition } from '@/api/schema';
import { peopleComplete } from '@/components/license/holderCount';
import { useLanguage } from '@/i18n/useLanguage';
import type { Finding } from '@/model/findings';
import { viewsOf } from '@/model/view';
import { useOrganization, useSelectionStore, useStaged } from '@/organization/OrganizationProvider';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import { chosenColumns } from './columnChoice';
import { licenseColumns } from './licenseColumns';
import type { MatrixData } from './matrixData';
import { type MatrixTexts, matrixTexts } from './matrixTexts';
import type { MatrixQuery } from './matrixUrl';
import { stagedCells } from './stagedCells';
import { useFindings } from './useFindings';

const NOT_FOUND_YET: readonly Finding[] = [];

/** What the matrix is made of before anything is asked of it. */
export interface MatrixSources extends Pick<MatrixData, 'selection' | 'usersHref' | 'texts'> {
  readonly organization: OrganizationSnapshot;
  readonly definitions: readonly LicenseDefinition[] | undefined;
  /** Undefined until somebody asks for some and they are found. */
  readonly findings: readonly Finding[] | undefined;
}

/** The same object until one of them changes. Findings are looked for only where `asksForFindings`. */
export function useMatrixSources(asksForFindings: boolean): MatrixSources {
  const organization = useOrganization();
  const { data: definitions } = useDefinitions();
  const findings = useFindings(asksForFindings);
  const selection = useSelectionStore();
  const usersHref = `${useHref('/users')}/`;
  const texts = useMatrixTexts();
  return useMemo(
    () => ({ organization, definitions, findings, selection, usersHref, texts }),
    [organization, definitions, findings, selection, usersHref, texts],
  );
}

/** What there is to show of the organization as it is known now. */
export function useMatrixData(
  { filter, sort, columns: choice }: MatrixQuery,
  { organization, definitions, findings, selection, usersHref, texts }: MatrixSources,
): MatrixData {
  const { index } = organization;
  const stagedChanges = useStaged();
  const views = viewsOf(index);
  views.knowFindings(findings ?? NOT_FOUND_YET);
  const view = views.view(filter, sort);
  const staged = useMemo(
    () => stagedCells(stagedChanges, organization.index),
    [stagedChanges, organization],
  );
  const licenses = useMemo(
    () => licenseColumns(organization, definitions, texts),
    [organization, definitions, texts],
  );
  const columns = useMemo(
    () => chosenColumns(licenses, choice, view.matching),
    [licenses, choice, view],
  );
  const isPeopleComplete = peopleComplete(organization);
  const isLookingForFindings = filter.finding.length > 0 && !findings;
  return useMemo(
    () => ({
      index,
      view,
      licenses,
      columns,
      sort,
      selection,
      staged,
      peopleComplete: isPeopleComplete,
      usersHref,
      texts,
      isLookingForFindings,
    }),
    [
      index,
      view,
      licenses,
      columns,
      sort,
      selection,
      staged,
      isPeopleComplete,
      usersHref,
      texts,
      isLookingForFindings,
    ],
  );
}

/** Other texts make other data, which draws the whole grid anew. */
function useMatrixTexts(): MatrixTexts {
  const language = useLanguage();
  const [kept, setKept] = useState(() => ({ language, texts: matrixTexts() }));
  if (kept.language === language) return kept.texts;
  const texts = matrixTexts();
  setKept({ language, texts });
  return texts;
}
