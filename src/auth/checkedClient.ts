import {
  type ExtraHeader,
  OidcClient,
  type SigninResponse,
  UserManager,
  type UserManagerSettings,
} from 'oidc-client-ts';

/** The answer came to the redirect URI of another sign-in service than the one that was asked. */
export class MixUpError extends Error {
  constructor() {
    super('The answer came to the redirect URI of another sign-in service');
    this.name = 'MixUpError';
  }
}

/**
 * Takes an answer only at the redirect URI that it was asked for at. A sign-in service that is not trusted like the others
 * has a redirect URI of its own (`callbackOf`), so an answer that another service gave at its request is refused before
 * code and verifier are sent anywhere (RFC 9700, section 4.4.2).
 */
export class CheckedClient extends OidcClient {
  override async processSigninResponse(
    url: string,
    extraHeaders?: Record<string, ExtraHeader>,
    removeState = true,
  ): Promise<SigninResponse> {
    if (pathOf(url) !== pathOf(this.settings.redirect_uri)) {
      await this.readSigninResponseState(url, removeState);
      throw new MixUpError();
    }
    return super.processSigninResponse(url, extraHeaders, removeState);
  }
}

export class CheckedUserManager extends UserManager {
  protected override readonly _client: OidcClient;

  constructor(settings: UserManagerSettings) {
    super(settings);
    this._client = new CheckedClient(settings);
  }
}

/** Servers may add a slash at the end, or not care about capitals. */
function pathOf(url: string): string {
  return new URL(url).pathname.toLowerCase().replace(/\/+$/, '');
}
