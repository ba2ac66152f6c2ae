import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import { useMe } from '@/api/session';
import { downloadText } from '@/files/download';
import { requestOf, requestsInOrder } from '@/jobs/batches';
import { newPairs } from '@/jobs/job';
import { toCsv } from '@/model/csv';
import type { DefinitionGraph } from '@/model/definitions';
import type { Change } from '@/model/plan';
import { writePlanFile } from '@/model/planFile';
import { neededOf, planScript } from '@/model/planScript';
import { stageChanges } from '@/model/stages';

interface PlanMenuProps {
  changes: readonly Change[];
  graph: DefinitionGraph;
  nameOf: (userId: string) => string;
}

/** Takes the plan away as a file: to open again, to look through, or to run elsewhere. */
export function PlanMenu({ changes, graph, nameOf }: PlanMenuProps) {
  const { t } = useLingui();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const api = useApi();
  const { data: me } = useMe();
  const organization = me?.organization?.name ?? '';

  function save(kind: 'plan' | 'csv' | 'script') {
    setAnchor(null);
    const name = `license-plan-${new Date().toISOString().slice(0, 10)}`;
    switch (kind) {
      case 'plan': {
        const plan = { organization, savedAt: new Date().toISOString(), changes };
        downloadText(`${name}.json`, 'application/json', writePlanFile(plan, nameOf));
        return;
      }
      case 'csv': {
        const rows = changes.map(({ userId, action, licenseId }) => [
          nameOf(userId),
          userId,
          action,
          licenseId,
        ]);
        downloadText(
          `${name}.csv`,
          'text/csv',
          toCsv([t`Name`, t`User`, t`Action`, t`License`], rows),
        );
        return;
      }
      case 'script': {
        const pairs = newPairs(stageChanges(changes, graph), nameOf);
        const script = planScript({
          apiUrl: api.baseUrl,
          organization,
          requests: requestsInOrder(pairs).map(requestOf),
          needed: neededOf(pairs),
        });
        downloadText(`${name}.sh`, 'text/x-shellscript', script);
      }
    }
  }

  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Trans>Save plan as…</Trans>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => save('plan')}>
          <ListItemText primary={t`Plan (JSON)`} secondary={t`To open here again`} />
        </MenuItem>
        <MenuItem onClick={() => save('csv')}>
          <ListItemText primary={t`Table (CSV)`} secondary={t`For a spreadsheet`} />
        </MenuItem>
        <MenuItem onClick={() => save('script')}>
          <ListItemText primary={t`Shell script`} secondary={t`curl calls, without a token`} />
        </MenuItem>
      </Menu>
    </>
  );
}
