import { useState } from 'react';
import { fileFaultText } from '@/components/file/fileFaultText';
import { describeError } from '@/components/page/describeError';
import { FileProblem } from '@/files/FileProblem';
import { readTable } from '@/files/readTable';
import type { FileTable } from '@/model/changeFileTable';

export interface TableFileReading<Outcome> {
  readonly isReading: boolean;
  /** Of the file that was read last, unless there was a problem with it. */
  readonly outcome: Outcome | undefined;
  readonly problem: string | undefined;
  readonly read: (file: File) => Promise<void>;
}

/** Reads a CSV or XLSX file at once and hands its table to `take`; keeps what that made of it, or why nothing was made. */
export function useTableFile<Outcome>(
  take: (table: FileTable) => Promise<Outcome>,
): TableFileReading<Outcome> {
  const [isReading, setReading] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [problem, setProblem] = useState<string>();

  async function read(file: File): Promise<void> {
    setReading(true);
    setOutcome(undefined);
    setProblem(undefined);
    try {
      const { signal } = new AbortController();
      setOutcome(await take(await readTable(file, { signal, onShare: () => undefined })));
    } catch (error) {
      setProblem(
        error instanceof FileProblem ? fileFaultText(error.fault) : describeError(error).message,
      );
    } finally {
      setReading(false);
    }
  }
  return { isReading, outcome, problem, read };
}
