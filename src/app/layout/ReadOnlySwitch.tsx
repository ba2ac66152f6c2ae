import { Trans } from '@lingui/react/macro';
import CheckIcon from '@mui/icons-material/CheckOutlined';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import { useApi } from '@/api/ApiProvider';
import { useReadOnly } from '@/api/useReadOnly';

/** In the account menu: keeps changes from being offered and sent, for this session. Takes what a menu gives its items. */
export function ReadOnlySwitch(item: MenuItemProps) {
  const { readOnly } = useApi();
  const state = useReadOnly();
  const isOn = state !== 'no';
  return (
    <MenuItem
      {...item}
      role="menuitemcheckbox"
      aria-checked={isOn}
      disabled={state === 'configured'}
      onClick={() => readOnly.choose(!isOn)}
    >
      <ListItemIcon>{isOn && <CheckIcon fontSize="small" />}</ListItemIcon>
      <ListItemText>
        <Trans>Read-only mode</Trans>
      </ListItemText>
    </MenuItem>
  );
}
