import { useLingui } from '@lingui/react/macro';
import OpenIcon from '@mui/icons-material/ArrowDropDown';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import useAutocomplete, { createFilterOptions } from '@mui/material/useAutocomplete';
import type { Ref } from 'react';
import { placeOfRegion } from '@/config/regionNames';
import { REGIONS } from '@/config/regions';
import { TextInput } from './TextInput';

const DOMAINS: readonly string[] = REGIONS;

const byDomainOrPlace = createFilterOptions<string>({
  stringify: (domain) => `${domain} ${placeOfRegion(domain) ?? ''}`,
});

interface RegionFieldProps {
  value: string;
  error: string | undefined;
  inputRef: Ref<HTMLInputElement>;
  onChange: (region: string) => void;
}

/**
 * The regions that are known, found by domain or place; any other domain can be typed. Built on the hook of MUI's
 * Autocomplete: the component itself brings more along than the first page that loads should wait for.
 */
export function RegionField({ value, error, inputRef, onChange }: RegionFieldProps) {
  const { t } = useLingui();
  const combobox = useAutocomplete<string, false, false, true>({
    id: 'region',
    freeSolo: true,
    options: DOMAINS,
    filterOptions: byDomainOrPlace,
    value,
    inputValue: value,
    onChange: (_event, region) => onChange(region ?? ''),
    onInputChange: (_event, text) => onChange(text),
  });
  const open = combobox.popupOpen && combobox.groupedOptions.length > 0;

  return (
    <Box {...combobox.getRootProps()} sx={{ position: 'relative' }}>
      <TextInput
        id="region"
        label={t`Region`}
        error={error}
        hint={placeOfRegion(value) ?? t`A region that this console has no name for`}
        labelProps={combobox.getInputLabelProps()}
        input={{
          ref: combobox.setAnchorEl,
          inputRef,
          inputProps: combobox.getInputProps(),
          endAdornment: (
            <ButtonBase
              {...combobox.getPopupIndicatorProps()}
              aria-label={open ? t`Hide regions` : t`Show regions`}
              sx={{ borderRadius: '50%', marginInlineEnd: -0.5 }}
            >
              <OpenIcon sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
            </ButtonBase>
          ),
        }}
      />
      {open && (
        <Paper
          component="ul"
          elevation={8}
          {...combobox.getListboxProps()}
          sx={{
            position: 'absolute',
            zIndex: 'modal',
            insetInline: 0,
            // Right under the field, over its hint.
            top: 40,
            m: 0,
            p: 0.5,
            maxHeight: '18rem',
            overflow: 'auto',
            border: 1,
            borderColor: 'divider',
            listStyle: 'none',
          }}
        >
          {combobox.groupedOptions.map((domain, index) => {
            const { key, ...option } = combobox.getOptionProps({ option: domain, index });
            return (
              <Box
                component="li"
                key={key}
                {...option}
                sx={{
                  px: 1.5,
                  py: 0.5,
                  borderRadius: 1,
                  cursor: 'pointer',
                  '&[aria-selected="true"]': { backgroundColor: 'action.selected' },
                  '&.Mui-focused': { backgroundColor: 'action.hover' },
                  '&.Mui-focusVisible': { backgroundColor: 'action.focus' },
                }}
              >
                <Typography variant="body2">{domain}</Typography>
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                  {placeOfRegion(domain)}
                </Typography>
              </Box>
            );
          })}
        </Paper>
      )}
    </Box>
  );
}
