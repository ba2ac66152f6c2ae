import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { AuditFindings } from '@/model/findingsCost';
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
  if (notChecked.size === 0) return null;
  const isIncomplete = [...notChecked.values()].includes('incomplete');
  return (
    <Alert severity="info">
      {isIncomplete && 'The organization is not completely read, so there may be more findings. '}
      Not checked:
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {[...notChecked].map(([rule, why]) => (
          <li key={rule}>
            {RULE_WORDS[rule].title}: {NOT_CHECKED_WORDS[why](usersNotChecked)}.
          </li>
        ))}
      </Box>
    </Alert>
  );
}
