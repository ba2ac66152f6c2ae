import { t } from '@lingui/core/macro';
import Autocomplete, { type AutocompleteProps } from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';

/** What every choice of licenses needs to know. */
export interface LicenseOptions {
  /** License ids, in the order in which they are offered. */
  ids: readonly string[];
  graph: DefinitionGraph;
  loading: boolean;
}

interface LicensePickerProps {
  label: string;
  /** License ids. */
  value: readonly string[];
  onChange: (licenseIds: string[]) => void;
  options: LicenseOptions;
  error?: string | undefined;
}

/** Chooses any number of licenses by id or description. */
export function LicensePicker({ label, value, onChange, options, error }: LicensePickerProps) {
  useLanguage();
  return (
    <Autocomplete
      {...commonProps<true>(options, label, error)}
      multiple
      disableCloseOnSelect
      filterSelectedOptions
      value={[...value]}
      onChange={(_, licenseIds) => onChange(licenseIds)}
      slotProps={{ chip: { size: 'small' } }}
    />
  );
}

interface OneLicensePickerProps {
  label: string;
  value: string | null;
  onChange: (licenseId: string | null) => void;
  options: LicenseOptions;
  error?: string | undefined;
}

/** Chooses one license by id or description. */
export function OneLicensePicker({
  label,
  value,
  onChange,
  options,
  error,
}: OneLicensePickerProps) {
  useLanguage();
  return (
    <Autocomplete
      {...commonProps<false>(options, label, error)}
      value={value}
      onChange={(_, licenseId) => onChange(licenseId)}
    />
  );
}

function commonProps<Multiple extends boolean>(
  { ids, graph, loading }: LicenseOptions,
  label: string,
  error: string | undefined,
): Pick<
  AutocompleteProps<string, Multiple, false, false>,
  'options' | 'loading' | 'noOptionsText' | 'getOptionLabel' | 'renderOption' | 'renderInput'
> {
  return {
    options: ids,
    loading,
    noOptionsText: t`No license by that name`,
    // What is typed is compared with this: the id and the description.
    getOptionLabel: (licenseId) => labelOf(licenseId, graph),
    renderOption: ({ key, ...props }, licenseId) => (
      <li key={key} {...props}>
        <span>
          {licenseId}{' '}
          <Typography
            variant="body2"
            component="span"
            sx={{ color: 'text.secondary', marginInlineStart: 1 }}
          >
            {graph.has(licenseId) ? graph.definition(licenseId)?.description : t`No definition`}
          </Typography>
        </span>
      </li>
    ),
    renderInput: (params) => (
      <TextField {...params} label={label} error={error !== undefined} helperText={error} />
    ),
  };
}

function labelOf(licenseId: string, graph: DefinitionGraph): string {
  const title = graph.title(licenseId);
  return title === licenseId ? licenseId : `${licenseId} – ${title}`;
}
