import CheckIcon from '@mui/icons-material/CheckOutlined';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';

const MODES = [
  { mode: 'light', label: 'Light' },
  { mode: 'dark', label: 'Dark' },
  { mode: 'system', label: 'System' },
] as const;

/** The choice of the color scheme, as items of a menu; it is kept in this browser. */
export function ThemeItems() {
  const { mode: chosen, setMode } = useColorScheme();
  return MODES.map(({ mode, label }) => (
    <MenuItem
      key={mode}
      role="menuitemradio"
      aria-checked={mode === chosen}
      onClick={() => setMode(mode)}
    >
      <ListItemIcon>{mode === chosen && <CheckIcon fontSize="small" />}</ListItemIcon>
      <ListItemText>{label}</ListItemText>
    </MenuItem>
  ));
}
