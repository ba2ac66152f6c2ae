import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel, { type InputLabelProps } from '@mui/material/InputLabel';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';

interface TextInputProps {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  input: OutlinedInputProps;
  labelProps?: InputLabelProps;
}

/** A text field. MUI's own brings its select, menu and popover along, too much for the first page that loads. */
export function TextInput({ id, label, hint, error, input, labelProps }: TextInputProps) {
  const hintId = `${id}-hint`;
  return (
    <FormControl fullWidth required size="small" error={error !== undefined}>
      <InputLabel {...labelProps} htmlFor={id}>
        {label}
      </InputLabel>
      <OutlinedInput
        {...input}
        id={id}
        label={label}
        aria-describedby={hintId}
        spellCheck={false}
        autoCapitalize="none"
      />
      <FormHelperText id={hintId} sx={{ overflowWrap: 'anywhere' }}>
        {error ?? hint}
      </FormHelperText>
    </FormControl>
  );
}
