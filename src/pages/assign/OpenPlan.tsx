import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type ChangeEvent, useRef, useState } from 'react';
import { PlanFileError, readPlanFile, type SavedPlan } from '@/model/planFile';
import { planFileText } from './planFileText';

/** Opens a plan that was saved as a file. */
export function OpenPlan({ onOpened }: { onOpened: (plan: SavedPlan) => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();

  async function open(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again after it was mended.
    event.target.value = '';
    if (!file) return;
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
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t`Saved plan`}
        onChange={(event) => void open(event)}
      />
      <Button onClick={() => input.current?.click()}>
        <Trans>Open a saved plan</Trans>
      </Button>
      {problem && (
        <Alert severity="error" onClose={() => setProblem(undefined)}>
          {problem}
        </Alert>
      )}
    </>
  );
}
