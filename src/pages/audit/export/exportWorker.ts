import type { WriterMessage } from './exportTable';
import type { ExportRow } from './table';
import { writeTable } from './writeTable';

const rows: ExportRow[] = [];

addEventListener('message', ({ data }: MessageEvent<WriterMessage>) => {
  if (data.kind === 'rows') {
    for (const row of data.rows) rows.push(row);
    return;
  }
  writeTable(data.format, { ...data.table, rows }, data.about).then(
    (file) => postMessage(file),
    (error: unknown) => postMessage(error instanceof Error ? error.message : String(error)),
  );
});
