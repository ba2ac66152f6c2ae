import type { Owner } from '@/components/audit/useOwner';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { ExportTable } from './table';

/** What every export says of itself: whose it is, as of when, and what was asked for. */
export function aboutExport(
  owner: Owner | undefined,
  { loadedAt, status }: Pick<OrganizationSnapshot, 'loadedAt' | 'status'>,
  filter: string,
): ExportTable['about'] {
  const { id = '', name = '' } = owner?.organization ?? {};
  const isWhole = loadedAt !== undefined && status !== 'partial';
  return [
    ['Organization', [name, id && `(${id})`].filter(Boolean).join(' ') || 'unknown'],
    ['Read at', loadedAt === undefined ? 'not completely read' : new Date(loadedAt).toISOString()],
    ['Completely read', isWhole ? 'yes' : 'no: there may be more'],
    ['Exported at', new Date().toISOString()],
    ['Filter', filter],
  ];
}
