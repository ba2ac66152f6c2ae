import { parseCsv } from './parseCsv';
import { serveReader } from './serveReader';

serveReader((bytes, { onShare }) => parseCsv(bytes, onShare));
