import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Column } from '@/components/table/types';
import type { Combination } from '@/model/combinations';
import { percentage } from './numbers';

/** A combination as a row of a table; `hrefOf` leads to its users. */
export function combinationColumns(
  users: number,
  hrefOf: (combination: Combination) => string,
): Column<Combination>[] {
  return [
    {
      id: 'licenses',
      header: 'Exactly these licenses',
      width: '70%',
      cell: (combination) => (
        <Link component={RouterLink} to={hrefOf(combination)} sx={{ overflowWrap: 'anywhere' }}>
          {combination.licenseIds.join(', ') || 'No licenses'}
        </Link>
      ),
    },
    {
      id: 'number',
      header: 'Licenses',
      isNumeric: true,
      cell: ({ licenseIds }) => licenseIds.length.toLocaleString(),
    },
    { id: 'users', header: 'Users', isNumeric: true, cell: ({ count }) => count.toLocaleString() },
    {
      id: 'share',
      header: 'Share',
      isNumeric: true,
      cell: ({ count }) => shareText(count / users),
    },
  ];
}

const SMALLEST = 0.001;

/** Somebody is not nobody: no share is shown as 0%. */
function shareText(share: number): string {
  return share < SMALLEST ? `< ${percentage(SMALLEST)}` : percentage(share);
}
