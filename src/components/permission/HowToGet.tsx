import { Trans } from '@lingui/react/macro';
import { Names } from './Names';

interface HowToGetProps {
  permissions: readonly string[];
  /** Whether one of them is enough. */
  needed: 'any' | 'all';
}

/** The names of the permissions that are needed, and who can give them. */
export function HowToGet({ permissions, needed }: HowToGetProps) {
  if (needed === 'all' && permissions.length > 1) {
    const all = <Names names={permissions} joined="and" />;
    return (
      <Trans>
        The permissions {all} are needed. Somebody who administers the roles of your organization
        can give them to you: in Genesys Cloud, under Admin, Roles / Permissions, with a role that
        has them.
      </Trans>
    );
  }
  const names = <Names names={permissions} joined="or" />;
  return (
    <Trans>
      The permission {names} is needed. Somebody who administers the roles of your organization can
      give it to you: in Genesys Cloud, under Admin, Roles / Permissions, with a role that has it.
    </Trans>
  );
}
