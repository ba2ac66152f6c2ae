import { useCallback, useEffect, useRef, useState } from 'react';
import { FileProblem } from '@/files/FileProblem';
import { readTable } from '@/files/readTable';
import type { FileTable } from '@/model/changeFileTable';
import type { FileFault } from '@/model/fileFaults';

export type FileReading =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly fileName: string; readonly share: number | undefined }
  /** Without a fault of the file, the reading itself went wrong. */
  | { readonly state: 'failed'; readonly fileName: string; readonly fault: FileFault | undefined }
  | {
      readonly state: 'read';
      readonly fileName: string;
      readonly table: FileTable;
      /** To read another sheet of it. */
      readonly file: File;
    };

export interface FileChoice {
  readonly reading: FileReading;
  /** Without the name of a sheet, a workbook is read by the sheet that was looked at last. */
  readonly read: (file: File, sheet?: string) => void;
  /** Stops a reading under way, or takes away what was read. */
  readonly forget: () => void;
}

const NOTHING: FileReading = { state: 'none' };

/** Reads one file at a time: the next one chosen takes the place of the one before. */
export function useFileReading(initial: FileReading = NOTHING): FileChoice {
  const [reading, setReading] = useState(initial);
  const underWay = useRef<AbortController>(undefined);
  useEffect(() => () => underWay.current?.abort(), []);

  const read = useCallback((file: File, sheet?: string) => {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    const { signal } = controller;
    const fileName = file.name;
    const show = (next: FileReading) => {
      if (!signal.aborted) setReading(next);
    };
    show({ state: 'reading', fileName, share: undefined });
    readTable(file, {
      signal,
      sheet,
      onShare: (share) => show({ state: 'reading', fileName, share }),
    }).then(
      (table) => show({ state: 'read', fileName, table, file }),
      (error: unknown) => show({ state: 'failed', fileName, fault: faultOf(error) }),
    );
  }, []);

  const forget = useCallback(() => {
    underWay.current?.abort();
    setReading(NOTHING);
  }, []);

  return { reading, read, forget };
}

function faultOf(error: unknown): FileFault | undefined {
  return error instanceof FileProblem ? error.fault : undefined;
}
