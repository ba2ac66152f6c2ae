import { useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DefinitionsProblem } from '@/components/license/DefinitionsNotice';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { Muted } from '@/components/section/Muted';
import { useOrganization } from '@/organization/OrganizationProvider';
import { PermissionHolders } from './PermissionHolders';
import { allPermissions, findPermissions } from './permissionHolders';

/** More than a person reads. */
const OPTIONS_SHOWN = 100;

/** Which licenses give a permission, and who therefore has it. The permission is part of the address. */
export function PermissionsTab() {
  const { t } = useLingui();
  const definitions = useDefinitionGraph();
  const graph = definitions.data;
  const { index } = useOrganization();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('permission')?.trim() ?? '';
  const [typed, setTyped] = useState(chosen);
  const permissions = useMemo(
    () => (graph ? allPermissions(graph, index.licenseIds) : []),
    [graph, index],
  );

  function choose(permission: string | null) {
    const text = permission?.trim() ?? '';
    setParams({ tab: 'permissions', ...(text && { permission: text }) });
  }

  if (definitions.isError) return <DefinitionsProblem definitions={definitions} />;
  if (!graph) return <Muted>{t`Reading the license definitions…`}</Muted>;
  return (
    <Stack sx={{ gap: 2 }}>
      <Autocomplete
        freeSolo
        options={permissions}
        filterOptions={(options) => findPermissions(options, typed).slice(0, OPTIONS_SHOWN)}
        value={chosen === '' ? null : chosen}
        inputValue={typed}
        onInputChange={(_, text) => setTyped(text)}
        onChange={(_, permission) => choose(permission)}
        renderInput={(props) => (
          <TextField
            {...props}
            label={t`Permission`}
            placeholder="wfm:schedule:view"
            helperText={t`Choose one, or type it and press Enter`}
          />
        )}
        sx={{ maxWidth: '32rem' }}
      />
      {chosen === '' && (
        <Muted>{t`Choose a permission to see which licenses give it, and who therefore has it.`}</Muted>
      )}
      {chosen !== '' && !permissions.includes(chosen) && (
        <EmptyState
          title={t`No license gives this permission`}
          description={t`No license definition lists “${chosen}” or comprises one that does.`}
        />
      )}
      {permissions.includes(chosen) && <PermissionHolders permission={chosen} graph={graph} />}
    </Stack>
  );
}
