import type { LicenseDefinition } from '@/api/schema';
import { impliedBy } from '../data/precedence';
import type { Resource } from '../service/call';
import { stringsFrom } from '../service/input';

/**
 * Which licenses roles or permissions call for. Unknown ones call for none. Of roles it is what a user with all of them
 * is given: one base license, and one add-on of a kind.
 */
export const infer: Resource<'postLicenseInfer' | 'postLicenseInferPermissions'> = {
  postLicenseInfer(call) {
    const roles = stringsFrom(call, 'role ids').map((id) => call.organization.roles.get(id));
    return impliedBy(roles.filter((role) => role !== undefined));
  },

  postLicenseInferPermissions(call) {
    const definitions = [...call.organization.definitions.values()];
    return sorted(
      stringsFrom(call, 'permissions').flatMap((permission) => smallest(definitions, permission)),
    );
  },
};

/** Of the licenses that bring a permission, the one that brings least. */
function smallest(definitions: readonly LicenseDefinition[], permission: string): string[] {
  const [least] = definitions
    .filter(({ permissions }) => permissions?.ids.includes(permission))
    .sort((a, b) => (a.permissions?.ids.length ?? 0) - (b.permissions?.ids.length ?? 0));
  return least?.id === undefined ? [] : [least.id];
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
