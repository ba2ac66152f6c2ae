import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Stack from '@mui/material/Stack';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { fileFaultText } from '@/components/file/fileFaultText';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { asksForAction } from '@/model/changeFile';
import { findColumns } from '@/model/changeFileColumns';
import type { FileTable } from '@/model/changeFileTable';
import { displayName } from '@/model/people';
import type { Action, Wish } from '@/model/plan';
import { useOrganization } from '@/organization/OrganizationProvider';
import { describeUser } from '../describeUser';
import { ActionQuestion } from './ActionQuestion';
import { ChosenFile } from './ChosenFile';
import { FileChoices, type FileReadAs } from './FileChoices';
import { FileChooser } from './FileChooser';
import { FileProgress } from './FileProgress';
import { FileReport } from './FileReport';
import { PeopleNotice } from './PeopleNotice';
import { TemplateLinks } from './TemplateLinks';
import { useFileChanges } from './useFileChanges';
import { useFileReading } from './useFileReading';

export interface FileWishes {
  readonly wishes: readonly Wish[];
  readonly fileName: string;
  /** How many rows the file has, the good and the bad. */
  readonly rowCount: number;
}

/** A file that was read, for a page that shows the form again. */
export interface KeptFile {
  readonly fileName: string;
  readonly table: FileTable;
  readonly action: Action | undefined;
  readonly readAs: FileReadAs;
  readonly file: File;
}

interface FileInputProps {
  /** Told what the good rows wish; undefined when there are none, or not everything is known that decides it. */
  onWishes: (read: FileWishes | undefined) => void;
  /** The file to begin with, when the form was left and comes back. */
  kept?: KeptFile | undefined;
  onKeep?: (file: KeptFile | undefined) => void;
}

const AS_IT_SAYS: FileReadAs = { columns: {}, withHidden: false };

/** Changes from a CSV or XLSX file: one row, one user and one license. */
export function FileInput({ onWishes, kept, onKeep }: FileInputProps) {
  const { t } = useLingui();
  const { reading, read, forget } = useFileReading(kept && { state: 'read', ...kept });
  const [action, setAction] = useState(kept?.action);
  const [readAs, setReadAs] = useState(kept?.readAs ?? AS_IT_SAYS);
  const { index } = useOrganization();
  const table = reading.state === 'read' ? reading.table : undefined;
  const fileName = reading.state === 'none' ? '' : reading.fileName;
  const options = useMemo(() => ({ actionForAll: action, ...readAs }), [action, readAs]);
  const { changes, columns, share, isSettled } = useFileChanges(table, options);

  const wishes = useMemo((): FileWishes | undefined => {
    if (!table || !isSettled || !changes || changes.changes.length === 0) return undefined;
    const cells: Wish = { kind: 'cells', changes: changes.changes };
    return { wishes: [cells], fileName, rowCount: table.rows.length };
  }, [table, fileName, changes, isSettled]);
  const handOn = useEffectEvent(onWishes);
  useEffect(() => handOn(wishes), [wishes]);

  const chosen = reading.state === 'read' ? reading.file : undefined;
  const file = useMemo(
    () => table && chosen && { fileName, table, action, readAs, file: chosen },
    [fileName, table, action, readAs, chosen],
  );
  const keep = useEffectEvent((file: KeptFile | undefined) => onKeep?.(file));
  useEffect(() => keep(file), [file]);

  const nameOf = (userId: string) => displayName(index.userOf(userId), userId);

  return (
    <Section title={t`Changes from a file`}>
      <Stack sx={{ gap: 2 }}>
        <Muted>
          <Trans>
            One row for each change, with the columns User (id, email or name), License (id) and
            Action (add or remove).
          </Trans>
        </Muted>
        <TemplateLinks licenseIds={index.licenseIds} />
        <FileChooser
          onFile={(file) => {
            setAction(undefined);
            setReadAs(AS_IT_SAYS);
            read(file);
          }}
        />
        {reading.state === 'reading' && (
          <FileProgress
            key={fileName}
            label={t`Reading ${fileName}`}
            share={reading.share}
            onCancel={forget}
          />
        )}
        {reading.state === 'failed' && (
          <Alert severity="error" onClose={forget}>
            <AlertTitle sx={{ overflowWrap: 'anywhere' }}>
              <Trans>{fileName} could not be read</Trans>
            </AlertTitle>
            {reading.fault
              ? fileFaultText(reading.fault)
              : t`Something went wrong. Choose it again.`}
          </Alert>
        )}
        {table && (
          <>
            <ChosenFile fileName={fileName} onForget={forget} />
            <PeopleNotice />
            <FileChoices
              table={table}
              found={columns ?? findColumns(table.header)}
              readAs={readAs}
              onChange={setReadAs}
              onSheet={(sheet) => {
                setReadAs(AS_IT_SAYS);
                if (chosen) read(chosen, sheet);
              }}
            />
            {columns && asksForAction(columns) && (
              <ActionQuestion value={action} onChange={setAction} />
            )}
            {changes ? (
              <FileReport
                fileName={fileName}
                table={table}
                changes={changes}
                action={action}
                nameOf={nameOf}
                describeUser={(userId) => describeUser(userId, index)}
              />
            ) : (
              <FileProgress
                label={t`Looking up the users and licenses of ${fileName}`}
                share={share}
                onCancel={forget}
              />
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}
