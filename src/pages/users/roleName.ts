import { t } from '@lingui/core/macro';
import type { DomainRole } from '@/api/schema';

export function roleName({ name, id }: DomainRole): string {
  return name?.trim() || id || t`A role without name and ID`;
}
