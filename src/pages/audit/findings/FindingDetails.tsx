import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useMemo, useRef } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { StagedBefore } from '@/components/change/StagedBefore';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { Facts } from '@/components/section/Facts';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { LongTable } from '@/components/table/LongTable';
import { useLanguage } from '@/i18n/useLanguage';
import type { Costs } from '@/model/costs';
import type { DefinitionGraph } from '@/model/definitions';
import type { AuditFinding } from '@/model/findingsCost';
import { fixOf } from '@/model/findingsFix';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useStagedStore } from '@/organization/OrganizationProvider';
import { moneyText } from '../cost/costWords';
import { inLanguageOfNow } from '../export/words';
import { findingUserColumns } from './findingUserColumns';
import { departmentLink, matrixLink } from './matrixLink';
import { findingTitle, RULE_WORDS } from './ruleWords';

interface FindingDetailsProps {
  finding: AuditFinding;
  index: OrganizationIndex;
  graph: DefinitionGraph | undefined;
  absentDays: number;
  costs: Costs | undefined;
  onMuteUser: (userId: string) => void;
}

/** One finding: why it is one, all of its users, and the way out. */
export function FindingDetails({
  finding,
  index,
  graph,
  absentDays,
  costs,
  onMuteUser,
}: FindingDetailsProps) {
  useLanguage();
  const navigate = useNavigate();
  const mayOffer = useChangeOffer() !== 'readOnly';
  const staged = useStagedStore();
  const { rule, rows, peers, licenseId, other, cost } = finding;
  const words = RULE_WORDS[rule];
  const changes = useMemo(() => fixOf(finding, index, graph), [finding, index, graph]);
  const users = useMemo(() => Array.from(rows.toRows()), [rows]);
  const ruleTitle = t(words.title);
  const title = findingTitle(finding, inLanguageOfNow);
  const matrix = matrixLink(finding, graph, absentDays);
  const department = departmentLink(finding);

  // Whoever followed the link by keyboard goes on from here.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), []);

  return (
    <Box ref={frame} tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: '6rem' }}>
      <Section title={t`${ruleTitle}: ${title}`}>
        <Muted>{t(words.explanation(absentDays))}</Muted>
        {licenseId !== undefined && (
          <Facts
            facts={[
              [t`License`, <LicenseLink key="license" id={licenseId} graph={graph} />],
              ...(other === undefined
                ? []
                : [
                    [
                      rule === 'redundant'
                        ? t({
                            message: 'Comes within',
                            comment: 'Before the license that comprises the other',
                          })
                        : t({
                            message: 'Lacks',
                            comment: 'Before the license that the other needs and the user has not',
                          }),
                      <LicenseLink key="other" id={other} graph={graph} />,
                    ] as const,
                  ]),
            ]}
          />
        )}
        {peers && (
          <Muted>
            <PeersHold peers={peers} graph={graph} />
          </Muted>
        )}
        {cost && <Muted>{costText(cost, costs?.currency)}</Muted>}
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {changes.length > 0 && mayOffer && (
            <Button
              variant="contained"
              onClick={() => {
                staged.stage(changes);
                void navigate('/assign?from=matrix');
              }}
            >
              {plural(changes.length, {
                one: 'Review the fix (# change)',
                other: 'Review the fix (# changes)',
              })}
            </Button>
          )}
          {matrix && (
            <Button component={RouterLink} to={matrix}>
              {t`Show in Assignments`}
            </Button>
          )}
          {department && (
            <Button component={RouterLink} to={department}>
              {t`Show the department in Assignments`}
            </Button>
          )}
        </Stack>
        {words.fix !== undefined && (
          <>
            <Muted>{fixText(t(words.fix))}</Muted>
            <StagedBefore />
          </>
        )}
        <LongTable
          label={plural(users.length, { one: 'Users: # user', other: 'Users: # users' })}
          columns={findingUserColumns({
            index,
            graph,
            onMute: onMuteUser,
            ...(cost && costs && { costs }),
          })}
          rows={users}
          rowKey={(row) => index.userId(row)}
        />
      </Section>
    </Box>
  );
}

interface PeersHoldProps {
  peers: NonNullable<AuditFinding['peers']>;
  graph: DefinitionGraph | undefined;
}

function PeersHold({ peers: { department, licenseIds }, graph }: PeersHoldProps) {
  return licenseIds.length > 0 ? (
    <Trans>
      Most of {department} hold: <LicenseIdLinks ids={licenseIds} graph={graph} />
    </Trans>
  ) : (
    <Trans>Most of {department} hold: no license</Trans>
  );
}

function costText(
  { department, median, limit }: NonNullable<AuditFinding['cost']>,
  currency: string | undefined,
): string {
  const usual = moneyText(median, currency);
  const far = moneyText(limit, currency);
  return t`The licenses of the one in the middle of ${department} cost ${usual} a month, and those of each of these users more than ${far}.`;
}

function fixText(fix: string): string {
  return t`${fix} Nothing is sent before you have seen each change and applied it.`;
}
