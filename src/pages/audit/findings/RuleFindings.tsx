import { t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { AuditFinding, AuditRule } from '@/model/findingsCost';
import { inLanguageOfNow } from '../export/words';
import { findingTitle, RULE_WORDS } from './ruleWords';

const SHOWN_AT_ONCE = 10;

interface RuleFindingsProps {
  rule: AuditRule;
  findings: readonly AuditFinding[];
  absentDays: number;
  /** What the findings cost, where that is known. */
  waste: ReactNode;
  linkTo: (finding: AuditFinding) => string;
  /** Stages the fixes of all findings of the rule, to be reviewed. */
  onFixAll: () => void;
  onMute: () => void;
}

/** A rule in words, with all that it found. */
export function RuleFindings({
  rule,
  findings,
  absentDays,
  waste,
  linkTo,
  onFixAll,
  onMute,
}: RuleFindingsProps) {
  useLanguage();
  const { explanation, fix } = RULE_WORDS[rule];
  const title = t(RULE_WORDS[rule].title);
  const mayOffer = useChangeOffer() !== 'readOnly';
  return (
    <Section
      title={title}
      actions={
        <>
          {findings.length > 1 && fix !== undefined && mayOffer && (
            <Button
              size="small"
              onClick={onFixAll}
              aria-label={t`Review the fix of all in “${title}”`}
            >
              {t`Fix all…`}
            </Button>
          )}
          <Button size="small" onClick={onMute} aria-label={t`Mute the rule “${title}”`}>
            {t`Mute rule`}
          </Button>
        </>
      }
    >
      <Muted>{t(explanation(absentDays))}</Muted>
      {waste}
      <DataTable
        label={title}
        columns={findingColumns(linkTo)}
        rows={findings}
        rowKey={({ id }) => id}
        limit={SHOWN_AT_ONCE}
      />
    </Section>
  );
}

function findingColumns(linkTo: (finding: AuditFinding) => string): Column<AuditFinding>[] {
  return [
    {
      id: 'finding',
      header: t`Finding`,
      width: '80%',
      cell: (finding) => (
        <Link
          component={RouterLink}
          to={linkTo(finding)}
          dir="auto"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {findingTitle(finding, inLanguageOfNow)}
        </Link>
      ),
    },
    {
      id: 'users',
      header: t`Users`,
      isNumeric: true,
      cell: ({ rows }) => formatNumber(rows.count),
    },
  ];
}
