import { z } from 'zod';

/** Why a text is no file that this console, as it is now, has written. */
export type OwnFileFault = 'noJson' | 'foreign' | 'newer';

interface Kind {
  readonly format: string;
  /** The newest that is known. */
  readonly version: number;
  /** What is thrown for a fault. */
  readonly errorOf: (fault: OwnFileFault) => Error;
}

/** What is in a file that the console has written, of which only format and version are known to be right. */
export function readOwnFile(text: string, { format, version, errorOf }: Kind): unknown {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw errorOf('noJson');
  }
  const head = z
    .object({ format: z.literal(format), version: z.int().positive() })
    .safeParse(content);
  if (!head.success) throw errorOf('foreign');
  if (head.data.version > version) throw errorOf('newer');
  return content;
}
