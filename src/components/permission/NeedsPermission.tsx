import type { ReactNode } from 'react';
import type { Permission } from '@/api/neededPermissions';
import { usePermission } from '@/api/permissions';
import { PermissionNotice } from './PermissionNotice';

interface NeedsPermissionProps {
  /** What is not possible without, such as "You may not see the roles of users". */
  title: string;
  anyOf: readonly Permission[];
  children: ReactNode;
}

/** Shows what is inside, unless it is known that the service would refuse it. */
export function NeedsPermission({ title, anyOf, children }: NeedsPermissionProps) {
  return usePermission(...anyOf) === 'no' ? (
    <PermissionNotice title={title} anyOf={anyOf} />
  ) : (
    children
  );
}
