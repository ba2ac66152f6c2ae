import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { DefinitionGraph } from '@/model/definitions';

interface LicensePickerProps {
  label: string;
  /** License ids. */
  value: readonly string[];
  onChange: (licenseIds: string[]) => void;
  options: readonly string[];
  graph: DefinitionGraph;
  loading: boolean;
  error?: string | undefined;
}

/** Chooses licenses by id or description. */
export function LicensePicker({
  label,
  value,
  onChange,
  options,
  graph,
  loading,
  error,
}: LicensePickerProps) {
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      filterSelectedOptions
      options={options}
      value={[...value]}
      onChange={(_, licenseIds) => onChange(licenseIds)}
      loading={loading}
      noOptionsText="No license by that name"
      // What is typed is compared with this: the id and the description.
      getOptionLabel={(licenseId) => labelOf(licenseId, graph)}
      renderOption={({ key, ...props }, licenseId) => (
        <li key={key} {...props}>
          <span>
            {licenseId}
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary', ml: 1 }}>
              {graph.has(licenseId) ? graph.definition(licenseId)?.description : 'No definition'}
            </Typography>
          </span>
        </li>
      )}
      slotProps={{ chip: { size: 'small' } }}
      renderInput={(params) => (
        <TextField {...params} label={label} error={error !== undefined} helperText={error} />
      )}
    />
  );
}

function labelOf(licenseId: string, graph: DefinitionGraph): string {
  const title = graph.title(licenseId);
  return title === licenseId ? licenseId : `${licenseId} – ${title}`;
}
