import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { plural } from '@/components/text/plural';
import type { Costs } from '@/model/costs';
import { AUDIT_RULES, type AuditFinding } from '@/model/findingsCost';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
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
  const columns = findingColumns(index);
  return AUDIT_RULES.map((rule) => {
    const ofRule = found.filter((finding) => finding.rule === rule);
    if (ofRule.length === 0) return null;
    const { title, explanation } = RULE_WORDS[rule];
    return (
      <Box key={rule} sx={{ mb: 1 }}>
        <Typography component="h3" variant="subtitle2">
          {title}: {plural(ofRule.length, 'finding')}
        </Typography>
        <Muted>{explanation(absentDays)}</Muted>
        {costs && <RuleWaste findings={ofRule} index={index} costs={costs} />}
        <DataTable label={title} rows={ofRule} rowKey={({ id }) => id} columns={columns} />
      </Box>
    );
  });
}

function findingColumns(index: OrganizationIndex): Column<AuditFinding>[] {
  return [
    { id: 'finding', header: 'Finding', width: '30%', cell: findingTitle },
    {
      id: 'count',
      header: 'Users',
      isNumeric: true,
      width: '10%',
      cell: ({ rows }) => rows.count.toLocaleString(),
    },
    { id: 'users', header: 'Who', cell: ({ rows }) => firstUsers(rows.toRows(), index) },
  ];
}

function firstUsers(rows: Uint32Array, index: OrganizationIndex): string {
  const names = Array.from(rows.subarray(0, FIRST_USERS), (row) =>
    displayName(index.user(row), index.userId(row)),
  );
  const more = rows.length - names.length;
  const listed = names.join(', ');
  return more > 0 ? `${listed} and ${more.toLocaleString()} more` : listed;
}
