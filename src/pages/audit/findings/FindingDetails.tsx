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
import { plural } from '@/components/text/plural';
import type { Costs } from '@/model/costs';
import type { DefinitionGraph } from '@/model/definitions';
import type { AuditFinding } from '@/model/findingsCost';
import { fixOf } from '@/model/findingsFix';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useStagedStore } from '@/organization/OrganizationProvider';
import { moneyText } from '../cost/costWords';
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
  const navigate = useNavigate();
  const mayOffer = useChangeOffer() !== 'readOnly';
  const staged = useStagedStore();
  const { rule, rows, peers, licenseId, other, cost } = finding;
  const words = RULE_WORDS[rule];
  const changes = useMemo(() => fixOf(finding, index, graph), [finding, index, graph]);
  const users = useMemo(() => Array.from(rows.toRows()), [rows]);
  const columns = useMemo(
    () =>
      findingUserColumns({
        index,
        graph,
        onMute: onMuteUser,
        ...(cost && costs && { costs }),
      }),
    [index, graph, onMuteUser, cost, costs],
  );
  const matrix = matrixLink(finding, graph);
  const department = departmentLink(finding);

  // Whoever followed the link by keyboard goes on from here.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), []);

  return (
    <Box ref={frame} tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: '6rem' }}>
      <Section title={`${words.title}: ${findingTitle(finding)}`}>
        <Muted>{words.explanation(absentDays)}</Muted>
        {licenseId !== undefined && (
          <Facts
            facts={[
              ['License', <LicenseLink key="license" id={licenseId} graph={graph} />],
              ...(other === undefined
                ? []
                : [
                    [
                      rule === 'redundant' ? 'Comes within' : 'Lacks',
                      <LicenseLink key="other" id={other} graph={graph} />,
                    ] as const,
                  ]),
            ]}
          />
        )}
        {peers && (
          <Muted>
            Most of {peers.department} hold:{' '}
            {peers.licenseIds.length > 0 ? (
              <LicenseIdLinks ids={peers.licenseIds} graph={graph} />
            ) : (
              'no license'
            )}
          </Muted>
        )}
        {cost && (
          <Muted>
            {`The licenses of the one in the middle of ${cost.department} cost ${moneyText(cost.median, costs?.currency)} a month, and those of each of these users more than ${moneyText(cost.limit, costs?.currency)}.`}
          </Muted>
        )}
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {changes.length > 0 && mayOffer && (
            <Button
              variant="contained"
              onClick={() => {
                staged.stage(changes);
                void navigate('/assign?from=matrix');
              }}
            >
              Review the fix ({plural(changes.length, 'change')})
            </Button>
          )}
          {matrix && (
            <Button component={RouterLink} to={matrix}>
              Show in Assignments
            </Button>
          )}
          {department && (
            <Button component={RouterLink} to={department}>
              Show the department in Assignments
            </Button>
          )}
        </Stack>
        {words.fix !== undefined && (
          <>
            <Muted>
              {words.fix} Nothing is sent before you have seen each change and applied it.
            </Muted>
            <StagedBefore />
          </>
        )}
        <LongTable
          label={`Users: ${plural(users.length, 'user')}`}
          columns={columns}
          rows={users}
          rowKey={(row) => index.userId(row)}
        />
      </Section>
    </Box>
  );
}
