import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { canUseDatabases } from '@/store/Database';
import { isKept } from '../storage/browserStorage';

/** Says what this browser will not keep, where it forbids some of it. */
export function StorageNotice() {
  const { t } = useLingui();
  const hasDatabase = useHasDatabase();
  const [isClosed, setClosed] = useState(false);
  const losses = [
    !isKept('sessionStorage') && (
      <li key="session">
        <Trans>What you type, select and stage is lost when you reload this page.</Trans>
      </li>
    ),
    !isKept('localStorage') && (
      <li key="local">
        <Trans>Preferences, named views and muted findings end with this page.</Trans>
      </li>
    ),
    !hasDatabase && (
      <li key="database">
        <Trans>
          Jobs end with this page: do not close it while one runs. Snapshots and the last reading of
          the organization are not kept.
        </Trans>
      </li>
    ),
  ].filter((loss) => loss !== false);
  if (losses.length === 0 || isClosed) return null;
  return (
    <Alert
      role="region"
      aria-label={t`Storage`}
      severity="warning"
      square
      onClose={() => setClosed(true)}
      closeText={t`Close`}
    >
      <Trans>
        This browser does not let the console keep everything, as in a private window or by its
        settings:
      </Trans>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
        {losses}
      </Box>
    </Alert>
  );
}

/** True until it turns out that IndexedDB is forbidden, or does not answer. */
function useHasDatabase(): boolean {
  const [has, setHas] = useState(true);
  useEffect(() => {
    let isWanted = true;
    async function probe() {
      const works = await canUseDatabases();
      if (isWanted) setHas(works);
    }
    void probe();
    return () => {
      isWanted = false;
    };
  }, []);
  return has;
}
