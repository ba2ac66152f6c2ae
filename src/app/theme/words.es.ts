export { esES as words } from '@mui/material/locale';
