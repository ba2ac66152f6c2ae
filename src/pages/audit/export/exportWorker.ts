import type { ExportFormat, ExportTable } from './table';
import { writeTable } from './writeTable';

interface Asked {
  readonly format: ExportFormat;
  readonly table: ExportTable;
}

addEventListener('message', (event: MessageEvent<Asked>) => {
  const { format, table } = event.data;
  writeTable(format, table).then(
    (file) => postMessage(file),
    (error: unknown) => postMessage(error instanceof Error ? error.message : String(error)),
  );
});
