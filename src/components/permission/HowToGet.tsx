import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Permission } from '@/api/neededPermissions';

/** The names of the permissions of which one is needed, and who can give it. */
export function HowToGet({ anyOf }: { anyOf: readonly Permission[] }) {
  const names = anyOf.map((permission, position) => (
    <Fragment key={permission}>
      {position > 0 && (
        <>
          {' '}
          <Trans comment="Between the names of two permissions">or</Trans>{' '}
        </>
      )}
      <code>{permission}</code>
    </Fragment>
  ));
  return (
    <Trans>
      The permission {names} is needed. Somebody who administers the roles of your organization can
      give it to you: in Genesys Cloud, under Admin, Roles / Permissions, with a role that has it.
    </Trans>
  );
}
