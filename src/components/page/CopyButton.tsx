import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';

interface CopyButtonProps {
  text: string;
  label: string;
}

type Outcome = 'copied' | 'refused' | undefined;

const OUTCOME_SHOWN_FOR_MS = 2500;

/** Copies a text and says whether that worked: browsers refuse it on pages that were not served securely. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), OUTCOME_SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }

  return (
    <>
      <Button size="small" color="inherit" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">
        {outcome === 'copied' && t`Copied`}
        {outcome === 'refused' && t`The browser did not allow copying`}
      </span>
    </>
  );
}
