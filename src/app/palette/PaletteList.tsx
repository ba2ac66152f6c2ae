import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type HTMLAttributes, type Key, useId } from 'react';
import { type Entry, GROUPS, type Group } from './entries';

const GROUP_NAMES: Readonly<Record<Group, MessageDescriptor>> = {
  pages: msg`Pages`,
  actions: msg`Actions`,
  audit: msg`Audit`,
  licenses: msg`Licenses`,
  users: msg`Users`,
};

interface PaletteListProps {
  label: string;
  /** Those of one group stand together. */
  entries: readonly Entry[];
  listboxProps: HTMLAttributes<HTMLElement>;
  optionProps: (entry: Entry, index: number) => HTMLAttributes<HTMLElement> & { key: Key };
}

/** What was found, group by group, as the listbox of a combobox. */
export function PaletteList({ label, entries, listboxProps, optionProps }: PaletteListProps) {
  const { t } = useLingui();
  const id = useId();
  const groups = GROUPS.filter((group) => entries.some((entry) => entry.group === group));
  return (
    <Box
      {...listboxProps}
      aria-label={label}
      aria-labelledby={undefined}
      sx={{ overflowY: 'auto', maxHeight: 'min(26rem, 60dvh)', pb: 1 }}
    >
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <Typography
            id={`${id}-${group}`}
            role="presentation"
            variant="caption"
            component="div"
            sx={{ px: 2, pt: 1, pb: 0.25, color: 'text.secondary', fontWeight: 650 }}
          >
            {t(GROUP_NAMES[group])}
          </Typography>
          {entries.map((entry, index) => {
            if (entry.group !== group) return null;
            const { key, ...props } = optionProps(entry, index);
            return <Option key={key} entry={entry} {...props} />;
          })}
        </div>
      ))}
    </Box>
  );
}

function Option({ entry, ...props }: { entry: Entry } & HTMLAttributes<HTMLElement>) {
  return (
    <Box
      {...props}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1.5,
        alignItems: 'baseline',
        px: 2,
        py: 0.75,
        minHeight: 24,
        cursor: 'pointer',
        overflowWrap: 'anywhere',
        borderInlineStart: '3px solid transparent',
        '&.Mui-focused': {
          borderColor: 'primary.main',
          backgroundColor: 'rgba(var(--mui-palette-primary-mainChannel) / 0.12)',
        },
      }}
    >
      <Typography variant="body2" component="span" dir="auto">
        {entry.label}
      </Typography>
      {entry.detail && (
        <Typography
          variant="body2"
          component="span"
          dir="auto"
          sx={{ color: 'text.secondary', minWidth: 0 }}
        >
          {entry.detail}
        </Typography>
      )}
    </Box>
  );
}
