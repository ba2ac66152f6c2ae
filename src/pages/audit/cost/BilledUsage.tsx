import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BILLING_READ } from '@/api/neededPermissions';
import { NeedsPermission } from '@/components/permission/NeedsPermission';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatUtcMonth } from '@/i18n/formats';
import { type Month, monthsBefore } from '@/model/billing';
import type { DefinitionGraph } from '@/model/definitions';
import { BilledReport } from './BilledReport';

const MONTHS = 12;

/** What the service bills for a month beside what is assigned now. The month is part of the address. */
export function BilledUsage({ graph }: { graph: DefinitionGraph | undefined }) {
  const { t } = useLingui();
  const [openedAt] = useState(Date.now);
  const [params, setParams] = useSearchParams();
  const months = monthsBefore(openedAt, MONTHS);
  const month = months.find(({ id }) => id === params.get('month')) ?? months[0];
  if (!month) return null;
  return (
    <Section title={t`Billed and assigned`}>
      <Muted>
        <Trans>
          What the service bills for a whole month, by UTC, beside what is assigned now. They may
          differ for good reasons: licenses change hands, and not all are billed by holders. A
          billed name counts as a license only where it is exactly its id or its description.
        </Trans>
      </Muted>
      <NeedsPermission title={t`You may not see what is billed`} anyOf={BILLING_READ}>
        <TextField
          select
          size="small"
          label={t`Billed month`}
          value={month.id}
          onChange={({ target }) =>
            setParams(
              (current) => {
                const next = new URLSearchParams(current);
                next.set('month', target.value);
                return next;
              },
              { replace: true },
            )
          }
          sx={{ width: '14rem', maxWidth: '100%', mt: 1 }}
        >
          {months.map((choice) => (
            <MenuItem key={choice.id} value={choice.id}>
              {monthText(choice)}
            </MenuItem>
          ))}
        </TextField>
        <BilledReport key={month.id} month={month} monthText={monthText(month)} graph={graph} />
      </NeedsPermission>
    </Section>
  );
}

const monthText = ({ startDate }: Month): string => formatUtcMonth(Date.parse(startDate));
