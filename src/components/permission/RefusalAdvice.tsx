import { Trans } from '@lingui/react/macro';
import { ALL_SCOPES } from '@/api/neededPermissions';
import type { Refusal } from '@/api/refusal';
import { HowToGet } from './HowToGet';
import { Names } from './Names';

/** What can be done about a refusal, below the words of the service. */
export function RefusalAdvice({ refusal }: { refusal: Refusal }) {
  if (refusal.kind === 'permission') {
    const { permissions, needed } = refusal;
    return permissions.length > 0 && <HowToGet permissions={permissions} needed={needed} />;
  }
  const known = refusal.scopes.length > 0 ? refusal.scopes : ALL_SCOPES;
  const scopes = <Names names={known} joined="and" />;
  return (
    <Trans>
      Genesys Cloud names no missing permission. Check the scopes of the console’s OAuth client
      (needed here: {scopes}; in Genesys Cloud, under Admin, Integrations, OAuth), and whether a
      policy or a division stands in the way.
    </Trans>
  );
}
