import type { FileFault } from '@/model/fileFaults';

/** A file that cannot be read at all. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(readonly fault: FileFault) {
    super(fault.kind);
  }
}

export function fileProblemOf(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return new FileProblem({ kind: 'gone' });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new FileProblem({ kind: 'other', reason });
}
