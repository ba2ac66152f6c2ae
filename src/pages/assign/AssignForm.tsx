import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type FormEvent, useMemo, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { DefinitionGraph } from '@/model/definitions';
import type { Wish } from '@/model/plan';
import { useOrganization } from '@/organization/OrganizationProvider';
import { type AssignDraft, EMPTY_DRAFT } from './assignDraft';
import { problemsOf, wishesOf } from './draftWishes';
import type { LicenseOptions } from './LicensePicker';
import { LicensesField } from './LicensesField';
import { UsersField } from './UsersField';
import { useChosenUsers } from './useChosenUsers';
import { usePeople } from './usePeople';

interface AssignFormProps {
  draft: AssignDraft;
  onChange: (change: Partial<AssignDraft>) => void;
  onReview: (wishes: readonly Wish[]) => void;
}

const NO_DEFINITIONS = new DefinitionGraph([]);

/** Users × licenses, and what shall happen. */
export function AssignForm({ draft, onChange, onReview }: AssignFormProps) {
  const { t } = useLingui();
  const chosen = useChosenUsers(draft);
  const { data: graph = NO_DEFINITIONS, error, isPending, refetch } = useDefinitionGraph();
  const options = useLicenseOptions(graph, isPending);
  const { nameOf } = usePeople();
  const [wasSubmitted, setSubmitted] = useState(false);
  const problems = problemsOf(draft, chosen.userIds.length);
  const shown = wasSubmitted ? problems : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(problems).length === 0 && !chosen.pending) {
      onReview(wishesOf(draft, chosen.userIds));
    }
  }

  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ maxWidth: '60rem' }}>
      <Stack sx={{ gap: 2 }}>
        <UsersField draft={draft} onChange={onChange} chosen={chosen} error={shown.users} />
        {error && (
          <ErrorNotice
            title={t`The license definitions could not be loaded`}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        <LicensesField
          draft={draft}
          onChange={onChange}
          options={options}
          problems={shown}
          nameOf={nameOf}
        />
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" loading={chosen.pending}>
            <Trans>Review changes</Trans>
          </Button>
          <Button
            onClick={() => {
              onChange({ ...EMPTY_DRAFT, useSelection: false });
              setSubmitted(false);
            }}
          >
            <Trans>Empty the form</Trans>
          </Button>
        </Stack>
      </Stack>
    </Box>
  );
}

/** Every license that has a definition or a holder. */
function useLicenseOptions(graph: DefinitionGraph, loading: boolean): LicenseOptions {
  const organization = useOrganization();
  return useMemo(
    () => ({ ids: [...new Set([...graph.ids, ...organization.index.licenseIds])], graph, loading }),
    [graph, organization, loading],
  );
}
