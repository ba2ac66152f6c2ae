import { useLingui } from '@lingui/react/macro';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { type HolderCount, holderCountText } from './holderCount';
import { holdersPath } from './paths';

interface HoldersLinkProps {
  licenseId: string;
  holders: HolderCount;
}

/** How many hold a license, linked to the matrix that shows who. */
export function HoldersLink({ licenseId, holders }: HoldersLinkProps) {
  const { t } = useLingui();
  const text = holderCountText(holders);
  if (holders.count === 0) return text === '…' ? <span title={t`Not read yet`}>…</span> : text;
  return (
    <Link
      component={RouterLink}
      to={holdersPath(licenseId)}
      aria-label={t`${text} holders of ${licenseId}`}
    >
      {text}
    </Link>
  );
}
