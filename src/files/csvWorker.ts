import { parseCsv } from './parseCsv';
import { serveReader } from './serveReader';

serveReader(parseCsv);
