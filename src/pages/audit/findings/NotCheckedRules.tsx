import { t } from '@lingui/core/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useLanguage } from '@/i18n/useLanguage';
import type { AuditFindings, AuditRule } from '@/model/findingsCost';
import { NOT_CHECKED_WORDS, RULE_WORDS } from './ruleWords';

/** What nobody can say now, so that silence is not taken for peace. */
export function NotCheckedRules({
  notChecked,
  usersNotChecked,
}: {
  notChecked: AuditFindings['notChecked'];
  /** Users of whom it is not known what their roles imply. */
  usersNotChecked: number;
}) {
  useLanguage();
  if (notChecked.size === 0) return null;
  const isIncomplete = [...notChecked.values()].includes('incomplete');
  return (
    <Alert severity="info">
      {isIncomplete
        ? t`The organization is not completely read, so there may be more findings. Not checked:`
        : t`Not checked:`}
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
        {[...notChecked].map(([rule, why]) => (
          <li key={rule}>{notCheckedText(rule, why, usersNotChecked)}</li>
        ))}
      </Box>
    </Alert>
  );
}

function notCheckedText(
  rule: AuditRule,
  why: keyof typeof NOT_CHECKED_WORDS,
  usersNotChecked: number,
): string {
  const title = t(RULE_WORDS[rule].title);
  const reason = t(NOT_CHECKED_WORDS[why](usersNotChecked));
  return t`${title}: ${reason}.`;
}
