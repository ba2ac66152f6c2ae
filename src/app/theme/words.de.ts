export { deDE as words } from '@mui/material/locale';
