import type { SandboxOrganization } from '../organization';
import type { TakeBack } from './call';

/**
 * The service gives a license back that a role of the user implies. Here that happens before the next read, so that
 * a client which reads back sees it, and one which trusts the answer of its write does not.
 */
export function takeBackBy(organization: SandboxOrganization, enabled: boolean): TakeBack {
  let removals: { userId: string; licenseId: string }[] = [];
  return {
    removed(userId, licenseId) {
      if (enabled) removals.push({ userId, licenseId });
    },
    settle() {
      const settled = removals;
      removals = [];
      for (const { userId, licenseId } of settled) {
        const user = organization.user(userId);
        const roles = user === undefined ? [] : organization.rolesOf(user);
        const implied = roles.some(
          (role) => role.baseLicense === licenseId || role.addonLicenses?.includes(licenseId),
        );
        if (implied) organization.setAssignment(userId, licenseId, true);
      }
    },
  };
}
