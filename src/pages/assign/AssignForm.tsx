import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type FormEvent, useMemo, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Section } from '@/components/section/Section';
import { DefinitionGraph } from '@/model/definitions';
import type { Wish } from '@/model/plan';
import { useOrganization } from '@/organization/OrganizationProvider';
import { type AssignDraft, EMPTY_DRAFT } from './assignDraft';
import { LicensePicker } from './LicensePicker';
import { UsersField } from './UsersField';
import { useChosenUsers } from './useChosenUsers';

interface AssignFormProps {
  draft: AssignDraft;
  onChange: (change: Partial<AssignDraft>) => void;
  onReview: (wishes: readonly Wish[]) => void;
}

interface Problems {
  users?: string;
  add?: string;
  remove?: string;
}

const NO_DEFINITIONS = new DefinitionGraph([]);

export function AssignForm({ draft, onChange, onReview }: AssignFormProps) {
  const chosen = useChosenUsers(draft);
  const { data: graph = NO_DEFINITIONS, error, isPending, refetch } = useDefinitionGraph();
  const options = useLicenseOptions(graph);
  const [wasSubmitted, setSubmitted] = useState(false);
  const problems = problemsOf(draft, chosen.userIds.length);

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(problems).length === 0 && !chosen.pending) {
      onReview(wishesOf(draft, chosen.userIds));
    }
  }

  const shown = wasSubmitted ? problems : {};
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ maxWidth: '60rem' }}>
      <Stack sx={{ gap: 2 }}>
        <UsersField draft={draft} onChange={onChange} chosen={chosen} error={shown.users} />
        <Section title="Licenses">
          <Stack sx={{ gap: 2 }}>
            {error && (
              <ErrorNotice
                title="The license definitions could not be loaded"
                error={error}
                onRetry={() => void refetch()}
              />
            )}
            <LicensePicker
              label="Licenses to add"
              value={draft.add}
              onChange={(add) => onChange({ add })}
              options={options}
              graph={graph}
              loading={isPending}
              error={shown.add}
            />
            <LicensePicker
              label="Licenses to remove"
              value={draft.remove}
              onChange={(remove) => onChange({ remove })}
              options={options}
              graph={graph}
              loading={isPending}
              error={shown.remove}
            />
          </Stack>
        </Section>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" loading={chosen.pending}>
            Review changes
          </Button>
          <Button
            onClick={() => {
              onChange({ ...EMPTY_DRAFT, useSelection: false });
              setSubmitted(false);
            }}
          >
            Empty the form
          </Button>
        </Stack>
      </Stack>
    </Box>
  );
}

/** Every license that has a definition or a holder. */
function useLicenseOptions(graph: DefinitionGraph): string[] {
  const organization = useOrganization();
  return useMemo(
    () => [...new Set([...graph.ids, ...organization.index.licenseIds])],
    [graph, organization],
  );
}

function problemsOf(draft: AssignDraft, userCount: number): Problems {
  const problems: Problems = {};
  if (userCount === 0) problems.users = 'Choose at least one user';
  if (draft.add.length === 0 && draft.remove.length === 0) {
    problems.add = 'Choose at least one license to add or to remove';
  }
  const both = draft.remove.filter((licenseId) => draft.add.includes(licenseId));
  if (both.length > 0) {
    problems.remove = `${both.join(', ')} cannot be both added and removed`;
  }
  return problems;
}

function wishesOf(draft: AssignDraft, userIds: readonly string[]): Wish[] {
  const wishes: Wish[] = [];
  if (draft.add.length > 0) wishes.push({ kind: 'add', userIds, licenseIds: draft.add });
  if (draft.remove.length > 0) wishes.push({ kind: 'remove', userIds, licenseIds: draft.remove });
  return wishes;
}
