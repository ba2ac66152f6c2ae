import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useSearchParams } from 'react-router';
import { type Owner, useOwner } from '@/components/audit/useOwner';
import { FileButton } from '@/components/file/FileButton';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { useSnapshots } from '@/snapshots/useSnapshots';
import { CompareForm } from './CompareForm';
import { DifferenceView } from './DifferenceView';
import { usePresent } from './moments';
import { SaveSnapshot } from './SaveSnapshot';
import { SnapshotList } from './SnapshotList';
import { type SnapshotActions, useSnapshotActions } from './useSnapshotActions';

/** Moments that were kept, and what differs between two of them. */
export function SnapshotsTab() {
  const { t } = useLingui();
  const owner = useOwner();
  return owner ? <OwnSnapshots owner={owner} /> : <Muted>{t`Finding out who signed in…`}</Muted>;
}

function OwnSnapshots({ owner }: { owner: Owner }) {
  const { t } = useLingui();
  const { list, changed } = useSnapshots(owner.key);
  const actions = useSnapshotActions(owner, changed);
  const now = usePresent();
  const [params] = useSearchParams();
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  return (
    <Stack sx={{ gap: 2 }}>
      <Section
        title={t`Snapshots`}
        actions={
          <FileButton
            size="small"
            label={t`Snapshot file`}
            accept="application/json,.json"
            onChoose={(file) => void actions.importFile(file)}
          >
            {t`Import snapshot`}
          </FileButton>
        }
      >
        <Muted>
          <Trans>
            A snapshot keeps who holds what now. It stays in this browser, for you alone; export it
            to keep it elsewhere.
          </Trans>
        </Muted>
        <SaveSnapshot now={now} onSave={actions.save} />
        <LastOutcome actions={actions} />
        {list.isError && (
          <ErrorNotice
            title={t`This browser does not let the console keep snapshots`}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.data?.length === 0 && <Muted>{t`No snapshot is kept yet.`}</Muted>}
        {list.data && list.data.length > 0 && (
          <SnapshotList snapshots={list.data} actions={actions} />
        )}
      </Section>
      <Section title={t`Difference`}>
        <CompareForm snapshots={list.data ?? []} from={from} to={to} />
        {from !== '' && to !== '' && (
          <DifferenceView
            key={`${from} ${to}`}
            owner={owner}
            snapshots={list.data}
            from={from}
            to={to}
          />
        )}
      </Section>
    </Stack>
  );
}

/** What came of the last action; a deletion can be taken back from here. */
function LastOutcome({ actions }: { actions: SnapshotActions }) {
  const { t } = useLingui();
  const { outcome, forget, putBack } = actions;
  if (!outcome) return null;
  const { severity, text, deleted } = outcome;
  return (
    <Alert
      severity={severity}
      role={severity === 'error' ? 'alert' : 'status'}
      {...(deleted
        ? {
            action: (
              <Button color="inherit" size="small" onClick={() => void putBack(deleted)}>
                {t`Undo`}
              </Button>
            ),
          }
        : { onClose: forget })}
    >
      {text}
    </Alert>
  );
}
