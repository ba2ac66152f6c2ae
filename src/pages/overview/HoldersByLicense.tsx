import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { HoldersLink } from '@/components/license/HoldersLink';
import { type HolderCount, holderCountOf } from '@/components/license/holderCount';
import { LicenseLink } from '@/components/license/LicenseLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

interface HoldersByLicenseProps {
  graph: DefinitionGraph | undefined;
  organization: OrganizationSnapshot;
  /** The names of the licenses are still on their way. */
  isPending: boolean;
}

interface Bar {
  id: string;
  holders: HolderCount;
  /** Of the most held license, between 0 and 1. */
  share: number;
}

const SHOWN_AT_FIRST = 12;

/** How many hold each license, the most held first. */
export function HoldersByLicense({ graph, organization, isPending }: HoldersByLicenseProps) {
  useLanguage();
  const bars = useMemo(
    () => (isPending ? [] : barsOf(graph, organization)),
    [isPending, graph, organization],
  );
  const columns = barColumns(graph);
  const isLoading =
    isPending || organization.status === 'loading' || organization.status === 'idle';
  return (
    <Section title={t`Holders of each license`}>
      {bars.length > 0 || isLoading ? (
        <DataTable
          label={t`Holders of each license`}
          columns={columns}
          rows={bars}
          rowKey={(bar) => bar.id}
          loadingRows={SHOWN_AT_FIRST}
          limit={SHOWN_AT_FIRST}
        />
      ) : (
        <Muted>
          <Trans>No license is known.</Trans>
        </Muted>
      )}
    </Section>
  );
}

function barsOf(graph: DefinitionGraph | undefined, organization: OrganizationSnapshot): Bar[] {
  const ids = new Set([...organization.index.licenseIds, ...(graph?.ids ?? [])]);
  const counted = [...ids].map((id) => ({ id, holders: holderCountOf(id, organization) }));
  const most = Math.max(1, ...counted.map(({ holders }) => holders.count));
  return counted
    .filter(({ id, holders }) => holders.count > 0 || graph?.has(id))
    .sort((a, b) => b.holders.count - a.holders.count)
    .map((bar) => ({ ...bar, share: bar.holders.count / most }));
}

function barColumns(graph: DefinitionGraph | undefined): Column<Bar>[] {
  return [
    {
      id: 'license',
      header: t`License`,
      width: '55%',
      cell: (bar) => <LicenseLink id={bar.id} graph={graph} />,
    },
    {
      id: 'holders',
      header: t`Holders`,
      cell: (bar) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, width: '100%', minWidth: 0 }}>
          <Box sx={{ width: '6.5rem', flexShrink: 0, textAlign: 'start' }}>
            <HoldersLink licenseId={bar.id} holders={bar.holders} />
          </Box>
          <Box sx={{ flex: 1, minWidth: '4rem' }}>
            <Box
              sx={{
                height: 10,
                minWidth: bar.share > 0 ? '2px' : 0,
                width: `${100 * bar.share}%`,
                bgcolor: 'primary.main',
                borderRadius: 0.5,
              }}
            />
          </Box>
        </Box>
      ),
    },
  ];
}
