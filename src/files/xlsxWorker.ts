import { parseXlsx } from './parseXlsx';
import { serveReader } from './serveReader';

serveReader(parseXlsx);
