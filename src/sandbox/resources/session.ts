import type { Organization, TokenInfo } from '@/api/schema';
import type { Call, Resource } from '../service/call';
import { isoDate } from './present';

/** The organization and the token of the one who asks. */
export const session: Resource<'getOrganizationsMe' | 'getTokensMe' | 'deleteTokensMe'> = {
  getOrganizationsMe: organizationMe,
  getTokensMe: tokenInfo,
  deleteTokensMe({ tokens, token }) {
    tokens.revoke(token);
    return undefined;
  },
};

export function organizationMe({ organization }: Call): Organization {
  const { id, name, domain } = organization;
  return {
    id,
    name,
    domain,
    thirdPartyOrgName: domain.split('.')[0] ?? domain,
    state: 'active',
    version: 12,
    productPlatform: 'PureCloud',
    selfUri: `/api/v2/organizations/${id}`,
  };
}

export function tokenInfo({ organization, scopes, tokens, token }: Call): TokenInfo {
  const { id, name } = organization;
  return {
    organization: { id, name },
    homeOrganization: { id, name },
    authorizedScope: [...scopes].sort(),
    dateTokenIdles: isoDate(tokens.expiresAt(token)),
  };
}
