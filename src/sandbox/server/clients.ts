/** An OAuth client of the sandbox. What is left out is not restricted. */
export interface OAuthClient {
  redirectUris?: readonly string[];
  grants?: readonly ('implicit' | 'pkce')[];
  scopes?: readonly string[];
}

export type OAuthClients = Readonly<Record<string, OAuthClient>>;

/** Refused when no clients are listed, so that a wrong client id can be tried. */
export const unknownClientId = 'unknown';

/** The client with this id. Without a list any id but `unknown` is a client that may do everything. */
export function clientOf(clients: OAuthClients | undefined, id: string): OAuthClient | undefined {
  if (id === '') return undefined;
  if (clients === undefined) return id === unknownClientId ? undefined : {};
  return Object.hasOwn(clients, id) ? clients[id] : undefined;
}

/** Why an address cannot be returned to, if it cannot. */
export function redirectProblem(client: OAuthClient, uri: string): string | undefined {
  if (uri === '') return 'redirect_uri is missing';
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return `redirect_uri must be a whole http or https address: ${uri}`;
  }
  if (uri.includes('#')) return `redirect_uri must not have a fragment: ${uri}`;
  if (client.redirectUris !== undefined && !client.redirectUris.includes(uri)) {
    return `redirect_uri is not one of those of the client: ${uri}`;
  }
  return undefined;
}
