export { jaJP as words } from '@mui/material/locale';
