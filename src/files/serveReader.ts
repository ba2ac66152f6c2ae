import type { FileTable } from '@/model/changeFileTable';
import { fileProblemOf } from './FileProblem';
import type { ReaderMessage, ReaderRequest } from './messages';

interface Wanted {
  readonly onShare: (share: number) => void;
  readonly sheet: string | undefined;
}

type Reader = (bytes: Uint8Array, wanted: Wanted) => FileTable | Promise<FileTable>;

/** Few enough that the page takes them in between two frames. */
const ROWS_A_MESSAGE = 2_000;

/** Makes this worker read the one file that it will be sent. */
export function serveReader(read: Reader): void {
  addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
    void answer(event.data, read);
  });
}

async function answer({ file, sheet }: ReaderRequest, read: Reader): Promise<void> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { rows, ...table } = await read(bytes, {
      onShare: (share) => say({ kind: 'share', share }),
      sheet,
    });
    for (let sent = 0; sent < rows.length; sent += ROWS_A_MESSAGE) {
      say({ kind: 'rows', rows: rows.slice(sent, sent + ROWS_A_MESSAGE) });
    }
    say({ kind: 'table', table });
  } catch (error) {
    say({ kind: 'problem', fault: fileProblemOf(error).fault });
  }
}

function say(message: ReaderMessage): void {
  postMessage(message);
}
