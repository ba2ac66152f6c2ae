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
  const titleOf = (licenseId: string) => graph?.title(licenseId) ?? licenseId;
  return [
    {
      id: 'license',
      header: 'License',
      width: '34%',
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    {
      id: 'holders',
      header: 'Holders',
      isNumeric: true,
      cell: ({ licenseId }) => (
        <HoldersLink licenseId={licenseId} holders={holderCountOf(licenseId, organization)} />
      ),
    },
    {
      id: 'seats',
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
      header: 'Over or free',
      isNumeric: true,
      cell: ({ overSeats }) => (overSeats === undefined ? 'Unknown' : seatsText(overSeats)),
    },
    {
      id: 'price',
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
      header: 'Cost a month',
      isNumeric: true,
      cell: ({ monthly }) => (monthly === undefined ? 'Unknown' : moneyText(monthly, currency)),
    },
  ];
}
