import { Trans } from '@lingui/react/macro';
import type { LicenseColumn } from './licenseColumns';

/** What a license is called, and whether nobody can tell what it gives. */
export function ColumnLabel({ license: { label, isDefined } }: { license: LicenseColumn }) {
  if (isDefined !== false) return label;
  return (
    <Trans>
      {label}
      <em>, no definition</em>
    </Trans>
  );
}
