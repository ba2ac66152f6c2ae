import { createRequire } from 'node:module';
import { join } from 'node:path';

const name = 'purecloud-platform-client-v2';

/** The build of the SDK that a page loads with a script element; it leaves a `require` behind. */
export const webBuild = join(
  import.meta.dirname,
  'node_modules',
  name,
  'dist/web-cjs',
  `${name}.min.js`,
);

/** The part of the SDK that is used here. Its own types need the package, which may not be installed. */
export interface Sdk {
  ApiClient: { instance: SdkClient };
}

export interface SdkClient {
  setGateway(gateway: Gateway): void;
  setAccessToken(token: string): void;
  clearAccessToken(): void;
  setReturnExtendedResponses(extended: boolean): void;
  generatePKCECodeVerifier(length: number): string;
  computePKCECodeChallenge(verifier: string): Promise<string>;
  authorizePKCEGrant(
    clientId: string,
    verifier: string,
    code: string,
    redirectUri: string,
  ): Promise<{ accessToken?: string }>;
}

/** Where the SDK is to find the service, in place of a region. */
export interface Gateway {
  host: string;
  protocol: string;
  port: number;
}

/** An answer as the SDK hands it on, since extended responses are asked for. */
export interface SdkAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export function gatewayTo(url: string): Gateway {
  const { hostname, port } = new URL(url);
  return { host: hostname, protocol: 'http', port: Number(port) };
}

/** The SDK's build for Node. Its client is one for the whole process. */
export function loadSdk(serviceUrl: string): Sdk {
  const sdk: Sdk = createRequire(import.meta.url)(name);
  const client = sdk.ApiClient.instance;
  client.setGateway(gatewayTo(serviceUrl));
  client.setReturnExtendedResponses(true);
  return sdk;
}

/** A method of one of the SDK's classes, bound to an instance; nothing where the SDK has no such method. */
export function sdkMethod(
  sdk: Sdk,
  api: string,
  method: string,
): ((...args: unknown[]) => Promise<SdkAnswer>) | undefined {
  const Api: unknown = Reflect.get(sdk, api);
  if (typeof Api !== 'function') return undefined;
  const instance: object = Reflect.construct(Api, []);
  const found: unknown = Reflect.get(instance, method);
  if (typeof found !== 'function') return undefined;
  return (...args) => Reflect.apply(found, instance, args);
}

/** The names of the SDK's classes that have a method. */
export function apisWith(sdk: Sdk, method: string): string[] {
  return Object.keys(sdk).filter(
    (api) => api.endsWith('Api') && sdkMethod(sdk, api, method) !== undefined,
  );
}
