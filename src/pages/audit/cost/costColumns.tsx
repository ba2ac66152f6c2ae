import { t } from '@lingui/core/macro';
import { HoldersLink } from '@/components/license/HoldersLink';
import { holderCountOf } from '@/components/license/holderCount';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { Column } from '@/components/table/types';
import {
  type LicenseCost,
  type LicenseTerms,
  priceText,
  readPrice,
  readSeats,
} from '@/model/costs';
import type { DefinitionGraph } from '@/model/definitions';
import { byName } from '@/model/text';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import { moneyText, seatsText } from './costWords';
import { TermField } from './TermField';

interface CostColumnsOptions {
  graph: DefinitionGraph | undefined;
  organization: OrganizationSnapshot;
  currency: string | undefined;
  onChange: (licenseId: string, terms: LicenseTerms) => void;
}

export function costColumns({
  graph,
  organization,
  currency,
  onChange,
}: CostColumnsOptions): Column<LicenseCost>[] {
  const titleOf = (licenseId: string) => graph?.title(licenseId) ?? licenseId;
  return [
    {
      id: 'license',
      compare: (a, b) => byName.compare(titleOf(a.licenseId), titleOf(b.licenseId)),
      header: t`License`,
      width: '30%',
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    {
      id: 'holders',
      compare: by(({ holders }) => holders),
      header: t`Holders`,
      isNumeric: true,
      cell: ({ licenseId }) => (
        <HoldersLink licenseId={licenseId} holders={holderCountOf(licenseId, organization)} />
      ),
    },
    {
      id: 'seats',
      compare: by(({ seats }) => seats),
      header: t({ message: 'Seats', comment: 'How many of a license were bought' }),
      isNumeric: true,
      cell: ({ licenseId, price, seats }) => (
        <TermField
          label={seatsLabel(titleOf(licenseId))}
          kept={seats === undefined ? '' : String(seats)}
          read={readSeats}
          onSave={(value) =>
            onChange(licenseId, {
              ...(price !== undefined && { price }),
              ...(value !== undefined && { seats: value }),
            })
          }
        />
      ),
    },
    {
      id: 'over',
      compare: by(({ overSeats }) => overSeats),
      header: t({
        message: 'Over or free',
        comment: 'Column: holders beyond the seats, or seats that nobody holds',
      }),
      isNumeric: true,
      minWidth: '6rem',
      cell: ({ overSeats }) => (overSeats === undefined ? t`Unknown` : seatsText(overSeats)),
    },
    {
      id: 'price',
      compare: by(({ price }) => price),
      header: t`Price a month`,
      isNumeric: true,
      cell: ({ licenseId, price, seats }) => (
        <TermField
          label={priceLabel(titleOf(licenseId))}
          kept={price === undefined ? '' : priceText(price)}
          read={readPrice}
          onSave={(value) =>
            onChange(licenseId, {
              ...(value !== undefined && { price: value }),
              ...(seats !== undefined && { seats }),
            })
          }
        />
      ),
    },
    {
      id: 'monthly',
      compare: by(({ monthly }) => monthly),
      header: t`Cost a month`,
      isNumeric: true,
      cell: ({ monthly }) => (monthly === undefined ? t`Unknown` : moneyText(monthly, currency)),
    },
  ];
}

const seatsLabel = (license: string) => t`Seats of ${license}`;
const priceLabel = (license: string) => t`Price of ${license}`;

/** Ascending; what is not known comes first, and last when it descends. */
function by(valueOf: (license: LicenseCost) => number | undefined) {
  const known = (license: LicenseCost) => valueOf(license) ?? Number.NEGATIVE_INFINITY;
  return (a: LicenseCost, b: LicenseCost) => (known(a) === known(b) ? 0 : known(a) - known(b));
}
