import { parseXlsx } from './parseXlsx';
import { serveReader } from './serveReader';

serveReader((bytes, { sheet }) => parseXlsx(bytes, sheet));
