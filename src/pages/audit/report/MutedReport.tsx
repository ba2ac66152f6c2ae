import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import { muteColumns, muteKey } from '../findings/muteColumns';

/** What is left out of the findings, and why. */
export function MutedReport({
  mutes,
  index,
}: {
  mutes: readonly Mute[];
  index: OrganizationIndex;
}) {
  if (mutes.length === 0) return null;
  const nameOf = (userId: string) => displayName(index.userOf(userId), userId);
  return (
    <Section title="Muted">
      <DataTable label="Muted" rows={mutes} rowKey={muteKey} columns={muteColumns(nameOf)} />
    </Section>
  );
}
