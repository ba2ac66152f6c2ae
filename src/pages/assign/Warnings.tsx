import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import type { Fix, Warning } from '@/model/warnings';
import type { ImpliedLicenses } from './useImpliedLicenses';
import { fixText, warningText } from './warningText';

interface WarningsProps {
  warnings: readonly Warning[];
  implied: ImpliedLicenses;
  nameOf: (userId: string) => string;
  onFix: (fix: Fix) => void;
}

/** Why to look twice, each with a way out in one click. */
export function Warnings({ warnings, implied, nameOf, onFix }: WarningsProps) {
  const { t } = useLingui();
  if (warnings.length === 0 && (implied.status === 'none' || implied.status === 'known')) {
    return null;
  }
  return (
    <Section title={t`Before you apply`}>
      {warnings.length > 0 && (
        <Stack component="ul" sx={{ gap: 1, m: 0, p: 0, listStyle: 'none' }}>
          {warnings.map((warning) => (
            <li key={[warning.kind, warning.licenseId, warning.other].join()}>
              <Alert severity={isMild(warning) ? 'info' : 'warning'}>
                <Typography variant="body2">{warningText(warning)}</Typography>
                <Users userIds={warning.userIds} nameOf={nameOf} />
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
                  {warning.fixes.map((fix) => (
                    <Button key={fix.kind} size="small" color="inherit" onClick={() => onFix(fix)}>
                      {fixText(fix, warning)}
                    </Button>
                  ))}
                </Box>
              </Alert>
            </li>
          ))}
        </Stack>
      )}
      <Implied implied={implied} />
    </Section>
  );
}

/** Superfluous, but no harm to anybody. */
function isMild({ kind }: Warning): boolean {
  return kind === 'redundant' || kind === 'becomesRedundant';
}

const NAMED_AT_FIRST = 5;

function Users({
  userIds,
  nameOf,
}: {
  userIds: readonly string[];
  nameOf: (userId: string) => string;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? userIds : userIds.slice(0, NAMED_AT_FIRST);
  const more = formatNumber(userIds.length - shown.length);
  return (
    <Typography variant="body2" sx={{ maxHeight: 160, overflow: 'auto', overflowWrap: 'anywhere' }}>
      {shown.map(nameOf).join(', ')}
      {userIds.length > shown.length && (
        <Button size="small" color="inherit" onClick={() => setAll(true)}>
          <Trans>and {more} more</Trans>
        </Button>
      )}
    </Typography>
  );
}

/** Whether removed licenses may come back is known only after the roles of each user were read. */
function Implied({ implied }: { implied: ImpliedLicenses }) {
  const { t } = useLingui();
  const { status, userCount, asked, error, lookUp } = implied;
  switch (status) {
    case 'offered':
      return (
        <Alert
          severity="info"
          sx={{ mt: 1 }}
          action={
            <Button color="inherit" size="small" onClick={lookUp}>
              <Trans>Look up</Trans>
            </Button>
          }
        >
          <Plural
            value={userCount}
            one="Some of these licenses may come back with a role. Looking that up takes a request for # user."
            other="Some of these licenses may come back with a role. Looking that up takes a request for each of # users."
          />
        </Alert>
      );
    case 'reading':
      return (
        <Box sx={{ mt: 1 }}>
          <LinearProgress
            variant="determinate"
            value={(asked / userCount) * 100}
            aria-label={t`Looking up the roles`}
          />
          <Typography variant="body2">
            <Trans>Looking up which licenses roles may give back</Trans>
          </Typography>
        </Box>
      );
    case 'failed':
      return (
        <ErrorNotice
          title={t`It is unknown which licenses may come back: the roles could not be read`}
          error={error}
          onRetry={lookUp}
        />
      );
    case 'none':
    case 'known':
      return null;
  }
}
