import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { FileButton } from '@/components/file/FileButton';
import { useLanguage } from '@/i18n/useLanguage';
import type { TableFileReading } from './useTableFile';

interface TableFileButtonProps {
  reading: Pick<TableFileReading<unknown>, 'isReading' | 'read'>;
  /** What is chosen, for the browser's own field. */
  label: string;
  children: ReactNode;
}

/** Chooses the CSV or XLSX file that is read. */
export function TableFileButton({ reading, label, children }: TableFileButtonProps) {
  useLanguage();
  const { isReading, read } = reading;
  return (
    <FileButton
      size="small"
      disabled={isReading}
      label={label}
      accept=".csv,.xlsx"
      onChoose={(file) => void read(file)}
    >
      {isReading ? t`Reading…` : children}
    </FileButton>
  );
}
