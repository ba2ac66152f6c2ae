import { useLingui } from '@lingui/react/macro';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import { type Mute, muteKey } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import { muteColumns } from '../findings/muteColumns';

/** What is left out of the findings, and why. */
export function MutedReport({
  mutes,
  index,
}: {
  mutes: readonly Mute[];
  index: OrganizationIndex;
}) {
  const { t } = useLingui();
  if (mutes.length === 0) return null;
  const nameOf = (userId: string) => displayName(index.userOf(userId), userId);
  return (
    <Section title={t`Muted`}>
      <DataTable label={t`Muted`} rows={mutes} rowKey={muteKey} columns={muteColumns(nameOf)} />
    </Section>
  );
}
