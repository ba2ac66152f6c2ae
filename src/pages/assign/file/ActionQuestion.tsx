import { Trans, useLingui } from '@lingui/react/macro';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { Action } from '@/model/plan';

interface ActionQuestionProps {
  value: Action | undefined;
  onChange: (action: Action) => void;
}

/** Asked when a file has no column that says what its rows shall do. */
export function ActionQuestion({ value, onChange }: ActionQuestionProps) {
  const { t } = useLingui();
  return (
    <FormControl>
      <FormLabel>
        <Trans>The file has no column “Action”. What shall its rows do?</Trans>
      </FormLabel>
      <RadioGroup
        value={value ?? ''}
        onChange={(_, chosen) => onChange(chosen === 'add' ? 'add' : 'remove')}
      >
        <FormControlLabel value="add" control={<Radio />} label={t`All rows add the license`} />
        <FormControlLabel
          value="remove"
          control={<Radio />}
          label={t`All rows remove the license`}
        />
      </RadioGroup>
    </FormControl>
  );
}
