import { plural, t } from '@lingui/core/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatList, formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { Costs } from '@/model/costs';
import { AUDIT_RULES, type AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import { inLanguageOfNow } from '../export/words';
import { RuleWaste } from '../findings/RuleWaste';
import { findingTitle, RULE_WORDS } from '../findings/ruleWords';

/** All of them are in the export of findings; paper has an end. */
const FIRST_USERS = 10;

interface FindingsReportProps {
  found: readonly AuditFinding[];
  index: OrganizationIndex;
  absentDays: number;
  costs: Costs | undefined;
}

/** The findings by rule, each with how many users it has and the first of them. */
export function FindingsReport({ found, index, absentDays, costs }: FindingsReportProps) {
  useLanguage();
  const columns = findingColumns(index);
  return AUDIT_RULES.map((rule) => {
    const ofRule = found.filter((finding) => finding.rule === rule);
    if (ofRule.length === 0) return null;
    const title = t(RULE_WORDS[rule].title);
    return (
      <Box key={rule} sx={{ mb: 1 }}>
        <Typography component="h3" variant="subtitle2">
          {countText(title, ofRule.length)}
        </Typography>
        <Muted>{t(RULE_WORDS[rule].explanation(absentDays))}</Muted>
        {costs && <RuleWaste findings={ofRule} index={index} costs={costs} />}
        <DataTable label={title} rows={ofRule} rowKey={({ id }) => id} columns={columns} />
      </Box>
    );
  });
}

function countText(rule: string, count: number): string {
  return plural(count, { one: `${rule}: # finding`, other: `${rule}: # findings` });
}

function findingColumns(index: OrganizationIndex): Column<AuditFinding>[] {
  return [
    {
      id: 'finding',
      header: t`Finding`,
      width: '30%',
      cell: (finding) => findingTitle(finding, inLanguageOfNow),
    },
    {
      id: 'count',
      header: t`Users`,
      isNumeric: true,
      width: '10%',
      cell: ({ rows }) => formatNumber(rows.count),
    },
    { id: 'users', header: t`Who`, cell: ({ rows }) => firstUsers(rows.toRows(), index) },
  ];
}

function firstUsers(rows: Uint32Array, index: OrganizationIndex): string {
  const names = Array.from(rows.subarray(0, FIRST_USERS), (row) =>
    displayName(index.user(row), index.userId(row)),
  );
  const more = rows.length - names.length;
  if (more === 0) return formatList(names);
  const listed = names.join(t({ message: ', ', comment: 'Between the entries of a list' }));
  return plural(more, { one: `${listed} and # more`, other: `${listed} and # more` });
}
