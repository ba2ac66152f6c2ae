import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { memo, useRef, useState } from 'react';
import { Link as RouterLink, useHref, useSearchParams } from 'react-router';
import { CopyButton } from '@/components/page/CopyButton';
import { useMatrix } from './MatrixContext';
import { withMatrixQuery } from './matrixUrl';
import { type SavedView, type SavedViews, useSavedViews } from './savedViews';
import { ToolPopover } from './ToolPopover';

/** Filters, order and columns under a name, and as a link. */
export const ViewsMenu = memo(function ViewsMenu() {
  const { t } = useLingui();
  return <ToolPopover label={t`Views`}>{(close) => <Views onOpen={close} />}</ToolPopover>;
});

function Views({ onOpen }: { onOpen: () => void }) {
  const { t } = useLingui();
  const { query } = useMatrix();
  const [params] = useSearchParams();
  const saved = useSavedViews();
  const search = withMatrixQuery(params, query).toString();
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <SaveForm search={search} saved={saved} />
      <Box>
        <CopyLink search={search} label={t`Copy link to what is shown`} />
      </Box>
      {saved.views.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t`No views saved in this browser`}
        </Typography>
      ) : (
        <Box
          component="ul"
          aria-label={t`Saved views`}
          sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '40vh', overflow: 'auto' }}
        >
          {saved.views.map((view) => (
            <View key={view.name} view={view} onOpen={onOpen} onRemove={saved.remove} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function SaveForm({ search, saved }: { search: string; saved: SavedViews }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const name = typed.trim();
  const replaces = saved.views.some((view) => view.name === name);

  function save(): void {
    if (!name) return;
    try {
      saved.save({ name, search });
      setTyped('');
      // The button is about to be disabled, and would take the focus with it.
      field.current?.focus();
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
    >
      <TextField
        inputRef={field}
        label={t`Name for what is shown`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={failed}
        helperText={failed ? t`This browser keeps nothing` : undefined}
        sx={{ flex: 1 }}
      />
      <Button type="submit" variant="outlined" disabled={!name}>
        {replaces ? t`Replace` : t`Save`}
      </Button>
    </Box>
  );
}

interface ViewProps {
  view: SavedView;
  onOpen: () => void;
  onRemove: (name: string) => void;
}

function View({ view: { name, search }, onOpen, onRemove }: ViewProps) {
  const { t } = useLingui();
  return (
    <Box component="li" aria-label={name} sx={{ py: 0.5 }}>
      <Link
        component={RouterLink}
        to={`?${search}`}
        onClick={onOpen}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {name}
      </Link>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' }}>
        <CopyLink search={search} label={t`Copy link`} />
        <Button
          size="small"
          color="inherit"
          aria-label={t`Delete ${name}`}
          onClick={() => onRemove(name)}
        >
          {t`Delete`}
        </Button>
      </Box>
    </Box>
  );
}

function CopyLink({ search, label }: { search: string; label: string }) {
  const href = useHref({ pathname: '/assignments', search });
  return <CopyButton text={new URL(href, window.location.href).href} label={label} />;
}
