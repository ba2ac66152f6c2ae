import { t } from '@lingui/core/macro';
import { HoldersLink } from '@/components/license/HoldersLink';
import { holderCountOf } from '@/components/license/holderCount';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { Column } from '@/components/table/types';
import { formatNumber, formatSigned } from '@/i18n/formats';
import type { BilledLine } from '@/model/billing';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

interface BilledColumnsOptions {
  graph: DefinitionGraph | undefined;
  organization: OrganizationSnapshot;
  /** Whether the report and the assignments are all there: a difference of parts would mislead. */
  isComplete: boolean;
}

export function billedColumns<Line extends BilledLine>({
  graph,
  organization,
  isComplete,
}: BilledColumnsOptions): Column<Line>[] {
  return [
    {
      id: 'what',
      header: t`License or usage`,
      width: '34%',
      cell: ({ licenseId, name }) =>
        licenseId === undefined ? (
          <span dir="auto">{name || t`Without a name`}</span>
        ) : (
          <LicenseLink id={licenseId} graph={graph} />
        ),
    },
    { id: 'report', header: t`In the report`, width: '26%', cell: reportText },
    {
      id: 'billed',
      header: t({ message: 'Billed', comment: 'Column: how many the service bills' }),
      isNumeric: true,
      cell: billedText,
    },
    {
      id: 'holders',
      header: t`Assigned now`,
      isNumeric: true,
      cell: ({ licenseId }) =>
        licenseId === undefined ? null : (
          <HoldersLink licenseId={licenseId} holders={holderCountOf(licenseId, organization)} />
        ),
    },
    {
      id: 'difference',
      header: t({
        message: 'Billed less assigned',
        comment: 'Column: the number billed minus the number assigned',
      }),
      isNumeric: true,
      cell: ({ difference, licenseId, name }) => {
        if (licenseId === undefined || name === undefined) return null;
        return difference === undefined || !isComplete ? t`Unknown` : formatSigned(difference);
      },
    },
  ];
}

function reportText({ name, licenseId }: BilledLine): string {
  if (name === undefined) return t`Not in the report`;
  return licenseId === undefined
    ? t`Matches no license`
    : t({ message: `As “${name}”`, comment: 'The name of a license in the report' });
}

/** Of what is no whole number the service's own text: nothing of it is rounded away. */
function billedText({ billed, billedText: text }: BilledLine): string | null {
  if (text === undefined) return null;
  return Number.isSafeInteger(billed) && billed !== undefined
    ? formatNumber(billed)
    : text || t`Unknown`;
}
