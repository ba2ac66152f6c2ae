import * as z from 'zod/mini';
import {
  type AppConfig,
  clientIdSchema,
  grantSchema,
  hostsSchema,
  regionSchema,
} from '@/config/config';
import { REGIONS } from '@/config/regions';

/** Where and how to sign in. */
export const connectionSchema = z.object({
  region: regionSchema,
  clientId: clientIdSchema.check(z.minLength(1)),
  grant: grantSchema,
  hosts: hostsSchema,
  /** The last part of the redirect URI, where the sign-in service has one of its own; see {@link callbackOf}. */
  callback: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{1,260}$/))),
});
export type Connection = z.output<typeof connectionSchema>;

export interface Session {
  /** Random, new with every sign-in. */
  id: string;
  kind: 'oauth' | 'demo';
  region: string;
  clientId: string;
  grant: Connection['grant'];
  /** Where the service's API answers, without a slash at the end. */
  apiUrl: string;
  /** Where it signs people in; undefined for the demo. */
  loginUrl?: string | undefined;
  /** When the token stops working, in milliseconds since 1970; undefined when the service did not say. */
  expiresAt?: number | undefined;
}

/** What this tab remembers of its session over a reload. The token is not in it: oidc-client-ts keeps that. */
export const sessionRecordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oauth'), id: z.string(), connection: connectionSchema }),
  z.object({ kind: z.literal('demo'), id: z.string() }),
]);
export type SessionRecord = z.output<typeof sessionRecordSchema>;

/** The session of a connection; `expiresAt` in seconds since 1970, as oidc-client-ts has it. */
export function oauthSession(
  id: string,
  connection: Connection,
  expiresAt: number | undefined,
): Session {
  const { region, clientId, grant } = connection;
  const { api, login } = endpointsOf(connection);
  return {
    id,
    kind: 'oauth',
    region,
    clientId,
    grant,
    apiUrl: api,
    loginUrl: login,
    expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
  };
}

/** Reserved by RFC 6761 never to exist, so nothing the demo asks for can leave the browser. */
const DEMO_API_URL = 'https://api.demo.invalid';

export function demoSession(id: string): Session {
  return {
    id,
    kind: 'demo',
    region: 'demo',
    clientId: 'demo',
    grant: 'pkce',
    apiUrl: DEMO_API_URL,
  };
}

/** The redirect URI of both grants; `callback` is that of the connection. */
export function callbackUrlOf(appUrl: string, callback?: string): string {
  return callback === undefined ? `${appUrl}callback` : `${appUrl}callback/${callback}`;
}

/**
 * What makes the redirect URI of a sign-in service its own; undefined for the service that config.json names first, and
 * otherwise for all regions of Genesys Cloud. Without it, a service that is only one of several could have another one
 * sign the person in, and would be sent the code of that sign-in (RFC 9700, section 4.4.2.2).
 */
export function callbackOf(
  connection: Pick<Connection, 'region' | 'hosts'>,
  configured: Pick<AppConfig, 'region' | 'hosts'>,
): string | undefined {
  const { login } = endpointsOf(connection);
  return firstLogins(configured).includes(login)
    ? undefined
    : new URL(login).host.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
}

function firstLogins({ region, hosts }: Pick<AppConfig, 'region' | 'hosts'>): string[] {
  const known: readonly string[] = REGIONS;
  const isOneOfGenesys = hosts.login === undefined && (!region || known.includes(region));
  return isOneOfGenesys
    ? known.map((each) => endpointsOf({ region: each, hosts: {} }).login)
    : [endpointsOf({ region: region ?? '', hosts }).login];
}

export interface Endpoints {
  api: string;
  login: string;
  authorize: string;
  token: string;
  logout: string;
}

/** The service's addresses: those of the region, or of the stand-in that the configuration names. */
export function endpointsOf({ region, hosts }: Pick<Connection, 'region' | 'hosts'>): Endpoints {
  const login = hosts.login ?? `https://login.${region}`;
  return {
    api: hosts.api ?? `https://api.${region}`,
    login,
    authorize: `${login}/oauth/authorize`,
    token: `${login}/oauth/token`,
    logout: `${login}/logout`,
  };
}
