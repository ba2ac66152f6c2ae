import { t } from '@lingui/core/macro';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Column } from '@/components/table/types';
import { formatNumber, formatPercent } from '@/i18n/formats';
import type { Combination } from '@/model/combinations';

/** A combination as a row of a table; `hrefOf` leads to its users. */
export function combinationColumns(
  users: number,
  hrefOf: (combination: Combination) => string,
): Column<Combination>[] {
  return [
    {
      id: 'licenses',
      header: t`Exactly these licenses`,
      width: '70%',
      cell: (combination) => (
        <Link component={RouterLink} to={hrefOf(combination)} sx={{ overflowWrap: 'anywhere' }}>
          {combination.licenseIds.join(', ') || t`No licenses`}
        </Link>
      ),
    },
    {
      id: 'number',
      header: t`Licenses`,
      isNumeric: true,
      cell: ({ licenseIds }) => formatNumber(licenseIds.length),
    },
    { id: 'users', header: t`Users`, isNumeric: true, cell: ({ count }) => formatNumber(count) },
    {
      id: 'share',
      header: t({ message: 'Share', comment: 'How large a part of all users' }),
      isNumeric: true,
      cell: ({ count }) => shareText(count / users),
    },
  ];
}

const SMALLEST = 0.001;

/** Somebody is not nobody: no share is shown as 0%. */
function shareText(share: number): string {
  return share < SMALLEST ? `< ${formatPercent(SMALLEST)}` : formatPercent(share);
}
