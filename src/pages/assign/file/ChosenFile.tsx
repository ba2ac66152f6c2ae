import { useLingui } from '@lingui/react/macro';
import CloseIcon from '@mui/icons-material/Close';
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';

interface ChosenFileProps {
  fileName: string;
  onForget: () => void;
}

/** The file that is in use, and a button that takes it away. */
export function ChosenFile({ fileName, onForget }: ChosenFileProps) {
  const { t } = useLingui();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
      <DescriptionIcon aria-hidden sx={{ color: 'text.secondary' }} />
      <Typography dir="auto" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {fileName}
      </Typography>
      <Tooltip title={t`Take the file away`}>
        <IconButton size="small" aria-label={t`Take ${fileName} away`} onClick={onForget}>
          <CloseIcon fontSize="inherit" />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}
