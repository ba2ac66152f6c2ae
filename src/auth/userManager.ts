import { type UserManager, type UserManagerSettings, WebStorageStateStore } from 'oidc-client-ts';
import { CheckedUserManager } from './checkedClient';
import { ImplicitUserManager } from './implicit';
import { type Connection, callbackUrlOf, endpointsOf } from './session';
import { OIDC_PREFIX } from './storagePrefix';

/**
 * Expiry is announced two minutes ahead. oidc-client-ts looks at its clock only every five seconds, so it is told to speak
 * up a little earlier.
 */
const ANNOUNCE_EXPIRY_SECONDS = 120 + 10;

/** Never requested: the library wants some scope, and with `openid` it would wait for an id_token that never comes. */
const UNUSED_SCOPE = 'license';

/** The oidc-client-ts manager for a connection and its grant, with everything it stores in the given storage. */
export function createUserManager(
  connection: Connection,
  appUrl: string,
  storage: Storage,
): UserManager {
  const { login, authorize, token } = endpointsOf(connection);
  const store = new WebStorageStateStore({ prefix: OIDC_PREFIX, store: storage });
  const settings: UserManagerSettings = {
    authority: login,
    metadata: { issuer: login, authorization_endpoint: authorize, token_endpoint: token },
    client_id: connection.clientId,
    redirect_uri: callbackUrlOf(appUrl, connection.callback),
    scope: UNUSED_SCOPE,
    omitScopeWhenRequesting: true,
    loadUserInfo: false,
    automaticSilentRenew: false,
    accessTokenExpiringNotificationTimeInSeconds: ANNOUNCE_EXPIRY_SECONDS,
    stateStore: store,
    userStore: store,
  };
  return connection.grant === 'implicit'
    ? new ImplicitUserManager({ ...settings, response_mode: 'fragment', disablePKCE: true })
    : new CheckedUserManager(settings);
}
