import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { FileButton } from '@/components/file/FileButton';
import { PlanFileError, readPlanFile, type SavedPlan } from '@/model/planFile';
import { planFileText } from './planFileText';

/** Opens a plan that was saved as a file. */
export function OpenPlan({ onOpened }: { onOpened: (plan: SavedPlan) => void }) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string>();

  async function open(file: File) {
    try {
      const plan = readPlanFile(await file.text());
      setProblem(undefined);
      onOpened(plan);
    } catch (error) {
      const why =
        error instanceof PlanFileError
          ? planFileText(error.fault)
          : t`The browser could not read it.`;
      const { name } = file;
      setProblem(t`${name} cannot be opened. ${why}`);
    }
  }

  return (
    <>
      <FileButton
        label={t`Saved plan`}
        accept=".json,application/json"
        onChoose={(file) => void open(file)}
      >
        <Trans>Open a saved plan</Trans>
      </FileButton>
      {problem && (
        <Alert severity="error" onClose={() => setProblem(undefined)}>
          {problem}
        </Alert>
      )}
    </>
  );
}
