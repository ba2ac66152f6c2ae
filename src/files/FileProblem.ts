/** Why a file cannot be read at all, in words for whoever chose it. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

export function fileProblemOf(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return new FileProblem(
      'The browser may not read the file; it was changed or moved since it was chosen. Choose it again.',
    );
  }
  return new FileProblem(
    `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`,
  );
}
