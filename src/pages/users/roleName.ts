import type { DomainRole } from '@/api/schema';

export function roleName({ name, id }: DomainRole): string {
  return name?.trim() || id || 'A role without name and ID';
}
