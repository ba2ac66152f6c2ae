import Autocomplete from '@mui/material/Autocomplete';
import type { PopperProps } from '@mui/material/Popper';
import TextField from '@mui/material/TextField';
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '@/i18n/formats';
import { foldText } from '@/model/text';

export interface FilterOption {
  readonly value: string;
  /** Short, for what is chosen. */
  readonly label: string;
  /** What it is called in full, where that is something else. */
  readonly description?: string | undefined;
  /** How many users choosing it would show. Asked of what is in sight only: there are many others. */
  readonly count?: () => number;
}

interface MultiFilterProps {
  label: string;
  chosen: readonly string[];
  labelOf: (value: string) => string;
  /** Undefined while the list is not open: counting takes time that typing in another field does not have. */
  options: readonly FilterOption[] | undefined;
  /** The options are still being found. */
  isLoading?: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (chosen: string[]) => void;
}

/** Chooses several of many values. A value that came with the address stays, even if nobody has it. */
export const MultiFilter = memo(function MultiFilter(props: MultiFilterProps) {
  const { label, chosen, labelOf, options, isLoading = false, onOpen, onChange } = props;
  const [typed, setTyped] = useState('');
  const value = useMemo(
    () => chosen.map((value): FilterOption => ({ value, label: labelOf(value) })),
    [chosen, labelOf],
  );
  return (
    <div className="filter-field">
      <Autocomplete
        multiple
        size="small"
        disableCloseOnSelect
        disablePortal
        disableClearable
        open={options !== undefined}
        onOpen={() => onOpen(true)}
        onClose={() => onOpen(false)}
        options={options ?? value}
        loading={isLoading}
        value={value}
        inputValue={typed}
        // A choice leaves the list as it is: what comes next is not to slip under the pointer.
        onInputChange={(_event, text, reason) => {
          if (reason === 'input' || reason === 'blur') setTyped(text);
        }}
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
            <span className="filter-chosen">{first?.label}</span>
            {others.length > 0 && <span>&nbsp;+{others.length}</span>}
          </>
        )}
        renderOption={({ key, ...props }, option) => (
          <li key={key} {...props}>
            <Option {...option} />
          </li>
        )}
        slots={SLOTS}
      />
    </div>
  );
});

/** Plain elements: the list is drawn anew with each choice, while the rows that were asked for are waited for. */
function Option({ label, description, count }: FilterOption) {
  return (
    <>
      <span className="filter-box" aria-hidden />
      <span className="filter-option">
        {description ?? label}
        {description !== undefined && <small>{label}</small>}
      </span>
      {count && <small>{formatNumber(count())}</small>}
    </>
  );
}

/** The list, right below its field: there is always room, and no place to be worked out with each choice. */
function BelowField({ open, children }: PopperProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!open || !list.current) return;
    const { left, right } = list.current.getBoundingClientRect();
    if (left < 0 || right > document.documentElement.clientWidth) {
      Object.assign(list.current.style, { insetInlineStart: 'auto', insetInlineEnd: '0' });
    }
  }, [open]);
  if (!open || typeof children === 'function') return null;
  return (
    <div className="filter-list" ref={list}>
      {children}
    </div>
  );
}

const SLOTS = { popper: BelowField };

function isFound({ label, description = '' }: FilterOption, typed: string): boolean {
  return foldText(`${label} ${description}`).includes(foldText(typed.trim()));
}
