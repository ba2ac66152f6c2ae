import {
  type CreateSigninRequestArgs,
  type ExtraHeader,
  type OidcClient,
  type SigninRequest,
  type SigninResponse,
  UserManager,
  type UserManagerSettings,
} from 'oidc-client-ts';
import { CheckedClient } from './checkedClient';

/**
 * oidc-client-ts speaks only the code flow. For the implicit grant the parent still makes the request, keeps and checks the
 * state and stores the user; this class asks for a token instead of a code, and takes it from the fragment.
 */
export class ImplicitClient extends CheckedClient {
  override async createSigninRequest(args: CreateSigninRequestArgs): Promise<SigninRequest> {
    const request = await super.createSigninRequest(args);
    const url = new URL(request.url);
    url.searchParams.set('response_type', 'token');
    // The library's own note of where the answer will be; the service documents no such parameter.
    url.searchParams.delete('response_mode');
    return { url: url.href, state: request.state };
  }

  override async processSigninResponse(
    url: string,
    extraHeaders?: Record<string, ExtraHeader>,
    removeState = true,
  ): Promise<SigninResponse> {
    const answer = new URL(url);
    const fragment = new URLSearchParams(answer.hash.slice(1));
    const token = {
      access_token: fragment.get('access_token') ?? '',
      token_type: fragment.get('token_type') ?? '',
      expires_in: readSeconds(fragment.get('expires_in')),
    };
    // A code has no place in this grant, and the parent would try to exchange it.
    fragment.delete('code');
    answer.hash = fragment.toString();
    const response = await super.processSigninResponse(answer.href, extraHeaders, removeState);
    return Object.assign(response, token);
  }
}

export class ImplicitUserManager extends UserManager {
  protected override readonly _client: OidcClient;

  constructor(settings: UserManagerSettings) {
    super(settings);
    this._client = new ImplicitClient(settings);
  }
}

function readSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
