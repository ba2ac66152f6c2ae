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
  const byName = new Intl.Collator(undefined, { numeric: true });
  const titleOf = (licenseId: string) => graph?.title(licenseId) ?? licenseId;
  return [
    {
      id: 'license',
      compare: (a, b) => byName.compare(titleOf(a.licenseId), titleOf(b.licenseId)),
      header: 'License',
      width: '34%',
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    {
      id: 'holders',
      compare: by(({ holders }) => holders),
      header: 'Holders',
      isNumeric: true,
      cell: ({ licenseId }) => (
        <HoldersLink licenseId={licenseId} holders={holderCountOf(licenseId, organization)} />
      ),
    },
    {
      id: 'seats',
      compare: by(({ seats }) => seats),
      header: 'Seats',
      isNumeric: true,
      cell: ({ licenseId, price, seats }) => (
        <TermField
          label={`Seats of ${titleOf(licenseId)}`}
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
      header: 'Over or free',
      isNumeric: true,
      cell: ({ overSeats }) => (overSeats === undefined ? 'Unknown' : seatsText(overSeats)),
    },
    {
      id: 'price',
      compare: by(({ price }) => price),
      header: 'Price a month',
      isNumeric: true,
      cell: ({ licenseId, price, seats }) => (
        <TermField
          label={`Price of ${titleOf(licenseId)}`}
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
      header: 'Cost a month',
      isNumeric: true,
      cell: ({ monthly }) => (monthly === undefined ? 'Unknown' : moneyText(monthly, currency)),
    },
  ];
}

/** Ascending; what is not known comes first, and last when it descends. */
function by(valueOf: (license: LicenseCost) => number | undefined) {
  const known = (license: LicenseCost) => valueOf(license) ?? Number.NEGATIVE_INFINITY;
  return (a: LicenseCost, b: LicenseCost) => (known(a) === known(b) ? 0 : known(a) - known(b));
}
