import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import type { Fix, Warning } from '@/model/warningList';
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
              <Alert severity={MILD.has(warning.kind) ? 'info' : 'warning'}>
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
      {warnings.some(isAboutRoles) && (
        <Muted>
          <Trans>
            Genesys Cloud assigns licenses by role unless that is switched off, and the console
            cannot read the switch. What it says about roles is what is likely.
          </Trans>
        </Muted>
      )}
      <Implied implied={implied} />
    </Section>
  );
}

const MILD: ReadonlySet<Warning['kind']> = new Set([
  // Superfluous, but no harm to anybody.
  'redundant',
  'becomesRedundant',
  'unknownIfItStays',
  'unknownIfItReturns',
]);

function isAboutRoles({ kind }: Warning): boolean {
  return kind === 'impliedByRole' || kind === 'broughtByNoRole';
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

/** Whether changes last is known only as far as the roles of the users were read. */
function Implied({ implied }: { implied: ImpliedLicenses }) {
  const { t } = useLingui();
  const { status, userCount, requestCount, share, error, lookUp } = implied;
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
          <Trans>
            Whether these changes last may depend on the roles of{' '}
            <Plural value={userCount} one="# user" other="# users" />. Looking them up takes{' '}
            <Plural value={requestCount} one="# request" other="# requests" />, and one for each
            different set of roles.
          </Trans>
        </Alert>
      );
    case 'reading':
      return (
        <Box sx={{ mt: 1 }}>
          <LinearProgress
            variant="determinate"
            value={100 * share}
            aria-label={t`Looking up the roles`}
          />
          <Typography variant="body2">
            <Trans>Looking up which licenses the roles of these users bring</Trans>
          </Typography>
        </Box>
      );
    case 'failed':
      return (
        <ErrorNotice
          title={t`Whether these changes last is not known: the roles could not be read`}
          error={error}
          onRetry={lookUp}
        />
      );
    case 'none':
    case 'known':
      return null;
  }
}
