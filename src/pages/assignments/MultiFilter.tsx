import CheckBox from '@mui/icons-material/CheckBox';
import Unchecked from '@mui/icons-material/CheckBoxOutlineBlank';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { memo, useState } from 'react';
import { foldText } from '@/model/text';

export interface FilterOption {
  readonly value: string;
  /** Short, for what is chosen. */
  readonly label: string;
  /** What it is called in full, where that is something else. */
  readonly description?: string | undefined;
  /** How many users choosing it would show. */
  readonly count: number;
}

interface MultiFilterProps {
  label: string;
  chosen: readonly string[];
  labelOf: (value: string) => string;
  /** Asked when the list opens and not before: counting takes time that typing in another field does not have. */
  getOptions: () => readonly FilterOption[];
  onChange: (chosen: string[]) => void;
}

/** Chooses several of many values. A value that came with the address stays, even if nobody has it. */
export const MultiFilter = memo(function MultiFilter(props: MultiFilterProps) {
  const { label, chosen, labelOf, getOptions, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const value = chosen.map((value): FilterOption => ({ value, label: labelOf(value), count: 0 }));
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      disablePortal
      disableClearable
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={isOpen ? getOptions() : value}
      value={value}
      onChange={(_event, next) => onChange(next.map(({ value }) => value))}
      getOptionKey={({ value }) => value}
      getOptionLabel={({ label }) => label}
      isOptionEqualToValue={(a, b) => a.value === b.value}
      filterOptions={(all, { inputValue }) => all.filter((option) => isFound(option, inputValue))}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              'aria-description': value.map(({ label }) => label).join(', '),
            },
          }}
        />
      )}
      // One line, however many: the matrix below is not to move.
      renderValue={([first, ...others]) => (
        <>
          <Typography noWrap variant="body2" sx={{ pl: 0.75 }}>
            {first?.label}
          </Typography>
          {others.length > 0 && <Typography variant="body2">&nbsp;+{others.length}</Typography>}
        </>
      )}
      renderOption={({ key, ...props }, option, { selected }) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1 }}>
          {selected ? (
            <CheckBox fontSize="small" color="primary" />
          ) : (
            <Unchecked fontSize="small" />
          )}
          <Option {...option} />
        </Box>
      )}
      sx={{
        '& .MuiAutocomplete-inputRoot': { flexWrap: 'nowrap' },
        '& .MuiAutocomplete-inputRoot .MuiAutocomplete-input': { minWidth: 16 },
      }}
      slotProps={{ popper: { sx: { minWidth: 'min(22rem, 90vw)' }, placement: 'bottom-start' } }}
    />
  );
});

function Option({ label, description, count }: FilterOption) {
  return (
    <>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2">{description ?? label}</Typography>
        {description !== undefined && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {label}
          </Typography>
        )}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {count.toLocaleString()}
      </Typography>
    </>
  );
}

function isFound({ label, description = '' }: FilterOption, typed: string): boolean {
  return foldText(`${label} ${description}`).includes(foldText(typed.trim()));
}
