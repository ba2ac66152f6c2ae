import { msg, plural, t } from '@lingui/core/macro';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { StagedBefore } from '@/components/change/StagedBefore';
import { DefinitionsProblem } from '@/components/license/DefinitionsNotice';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { Muted } from '@/components/section/Muted';
import { useLanguage } from '@/i18n/useLanguage';
import { Bitset } from '@/model/bitset';
import { AUDIT_RULES, type AuditFinding, type AuditRule } from '@/model/findingsCost';
import { fixOf } from '@/model/findingsFix';
import { withoutMuted } from '@/model/findingsMutes';
import { displayName } from '@/model/people';
import { useOrganization, useStagedStore } from '@/organization/OrganizationProvider';
import { aboutExport, absenceFilter } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { FindingDetails } from './FindingDetails';
import { findingsTable } from './findingsTable';
import { MuteDialog } from './MuteDialog';
import { MutedFindings } from './MutedFindings';
import { NotCheckedRules } from './NotCheckedRules';
import { RuleFindings } from './RuleFindings';
import { RuleWaste } from './RuleWaste';
import { CheckRoles } from './roles/CheckRoles';
import { useRoleFindings } from './roles/useRoleFindings';
import { useExpensive } from './useExpensive';
import { useFindings } from './useFindings';
import { useFindingsAddress } from './useFindingsAddress';
import { wasteByRule } from './wasteWords';

/** What looks wrong, rule by rule; or one finding, where the address names it. */
export function FindingsTab() {
  useLanguage();
  const definitions = useDefinitionGraph();
  const graph = definitions.data;
  const organization = useOrganization();
  const { index } = organization;
  const owner = useOwner();
  const address = useFindingsAddress();
  const { absentDays } = address;
  const withoutRoles = useFindings(definitions.isPending ? undefined : graph, absentDays);
  const roles = useRoleFindings(withoutRoles, graph);
  const { findings, isSettled, costs } = useExpensive(roles.findings, withoutRoles, owner?.key);
  const staged = useStagedStore();
  const navigate = useNavigate();
  const { mutes, mute, unmute, add: addMutes } = useMutes(owner?.key);
  const found = useMemo(
    () => withoutMuted(findings?.found ?? [], mutes, index),
    [findings, mutes, index],
  );
  const [muting, setMuting] = useState<{ rule: AuditRule; userId?: string }>();
  const shown = found.find(({ id }) => id === address.findingId);
  const muteUser = useCallback(
    (userId: string) => shown && setMuting({ rule: shown.rule, userId }),
    [shown],
  );

  if (!findings || definitions.isPending) {
    return <Muted>{t`Findings are shown when the organization is read.`}</Muted>;
  }
  return (
    <Stack sx={{ gap: 2 }}>
      <DefinitionsProblem definitions={definitions} />
      {address.findingId === undefined ? (
        <>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <TextField
              type="number"
              label={t`Days of absence`}
              value={address.daysText}
              onChange={(event) => address.setDaysText(event.target.value)}
              slotProps={{ htmlInput: { min: 1, max: 9999 } }}
              sx={{ width: '9rem' }}
            />
            <Typography role="status" variant="body2" sx={{ flex: 1, color: 'text.secondary' }}>
              {found.length > 0 && countText(found)}
            </Typography>
            <ExportMenu
              subject="findings"
              disabled={findings.found.length === 0}
              table={(words) => ({
                title: words(msg`License findings`),
                about: [
                  ...aboutExport(owner, organization, absenceFilter(absentDays, words), words),
                  ...wasteByRule(found, index, costs, words),
                ],
                ...findingsTable(findings, mutes, index, costs, words),
              })}
            />
          </Stack>
          <CheckRoles
            check={roles.check}
            usersNotChecked={roles.usersNotChecked}
            onStart={roles.start}
            onStop={roles.stop}
          />
          {found.length === 0 && (
            <EmptyState
              title={
                findings.notChecked.size === 0 ? t`Nothing looks wrong` : t`Nothing found so far`
              }
              description={
                mutes.length > 0
                  ? t`Nothing but what is muted.`
                  : t`No rule has found anything in what was read.`
              }
            />
          )}
          {found.length > 0 && <StagedBefore />}
          {AUDIT_RULES.map((rule) => {
            const ofRule = found.filter((finding) => finding.rule === rule);
            return (
              ofRule.length > 0 && (
                <RuleFindings
                  key={rule}
                  rule={rule}
                  findings={ofRule}
                  absentDays={absentDays}
                  waste={costs && <RuleWaste findings={ofRule} index={index} costs={costs} />}
                  linkTo={address.linkTo}
                  onFixAll={() => {
                    staged.stage(ofRule.flatMap((finding) => fixOf(finding, index, graph)));
                    void navigate('/assign?from=matrix');
                  }}
                  onMute={() => setMuting({ rule })}
                />
              )
            );
          })}
          <NotCheckedRules
            notChecked={findings.notChecked}
            usersNotChecked={roles.usersNotChecked}
          />
          <MutedFindings mutes={mutes} onUnmute={unmute} onImport={addMutes} />
        </>
      ) : (
        <>
          <Link component={RouterLink} to={address.linkTo(undefined)} variant="body2">
            {t`All findings`}
          </Link>
          {!shown && !isSettled && <Muted>{t`Looking for it…`}</Muted>}
          {shown && (
            <FindingDetails
              key={shown.id}
              finding={shown}
              index={index}
              graph={graph}
              absentDays={absentDays}
              costs={costs}
              onMuteUser={muteUser}
            />
          )}
          {!shown && isSettled && (
            <EmptyState
              title={t`This is found no more`}
              description={t`It was mended or muted, or it was never there.`}
            />
          )}
        </>
      )}
      {muting && (
        <MuteDialog
          rule={muting.rule}
          person={muting.userId && displayName(index.userOf(muting.userId), muting.userId)}
          onMute={(reason) => mute({ ...muting, reason, mutedAt: new Date().toISOString() })}
          onClose={() => setMuting(undefined)}
        />
      )}
    </Stack>
  );
}

function countText(found: readonly AuditFinding[]): string {
  const users = Bitset.union(found.map(({ rows }) => rows));
  return t`${plural(found.length, { one: '# finding', other: '# findings' })}, ${plural(users.count, { one: '# user', other: '# users' })}`;
}
