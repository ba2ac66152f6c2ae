import { useMemo, useState } from 'react';
import { useHref } from 'react-router';
import { useDefinitions } from '@/api/licenses';
import { peopleComplete } from '@/components/license/holderCount';
import { useLanguage } from '@/i18n/useLanguage';
import type { Finding } from '@/model/findings';
import { viewsOf } from '@/model/view';
import { useOrganization, useSelection, useStaged } from '@/organization/OrganizationProvider';
import { chosenColumns } from './columnChoice';
import { licenseColumns } from './licenseColumns';
import type { MatrixData } from './matrixData';
import { type MatrixTexts, matrixTexts } from './matrixTexts';
import type { MatrixQuery } from './matrixUrl';
import { stagedCells } from './stagedCells';
import { useFindings } from './useFindings';

const NOT_FOUND_YET: readonly Finding[] = [];

/** What there is to show of the organization as it is known now. */
export function useMatrixData({ filter, sort, columns: choice }: MatrixQuery): MatrixData {
  const organization = useOrganization();
  const { index } = organization;
  const { data: definitions } = useDefinitions();
  const selection = useSelection();
  const stagedChanges = useStaged();
  const usersHref = `${useHref('/users')}/`;

  const texts = useMatrixTexts();

  const findings = useFindings(filter.finding.length > 0);
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
      selected: selection.rows,
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
