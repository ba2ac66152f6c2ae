import type { SandboxUser } from '../data/people';
import type { PairOutcome } from '../faults';
import type { Settings } from '../options';
import type { SandboxOrganization } from '../organization';
import type { Answer, OperationId } from './operations';
import type { Tokens } from './tokens';

/** One request that was let in: all that an operation needs to answer it. */
export interface Call {
  readonly organization: SandboxOrganization;
  readonly settings: Settings;
  readonly tokens: Tokens;
  readonly token: string;
  /** What the OAuth client of the token may do. */
  readonly scopes: readonly string[];
  readonly administrator: SandboxUser;
  readonly permissions: ReadonlySet<string>;
  /** Where the service is, e.g. `https://api.mypurecloud.com`. */
  readonly origin: string;
  /** The path of the request, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body, undefined when there was none. */
  readonly body: unknown;
  /** What a fault does to a pair of a batch, if anything. */
  readonly pairOutcome: (userId: string, licenseId: string) => PairOutcome;
}

export type Resource<Id extends OperationId> = { [Key in Id]: (call: Call) => Answer<Key> };
