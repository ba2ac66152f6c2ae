import type { ContractCheck } from './contract';
import { requiredPermissions } from './service/operations';
import type { RateLimitSettings } from './service/rateLimit';
import { consoleScopes } from './service/scopes';

/** The words by which `POST /license/organization` reports; the service does not publish its own. */
export interface ResultWords {
  added: string;
  removed: string;
  unchanged: string;
  missingPrerequisite: string;
  unknownLicense: string;
  unknownUser: string;
  failed: string;
}

export interface SandboxOptions {
  /** How many users the organization has; 1200 unless told, the size of the demo. */
  users?: number;
  /** Same seed, same organization, same tokens, same faults. Default 1. */
  seed?: number;
  /** Every answer takes about this long. Default 0. */
  latencyMs?: number;
  /** Default 86400, a day. */
  tokenLifetimeSeconds?: number;
  /** Default 300 requests in 60 seconds for a user and OAuth client, 3000 for a user; null turns the limit off. */
  rateLimit?: RateLimitSettings | null;
  /** Send the `inin-ratelimit-*` headers that the service had until 2021. Default false. */
  rateHeaders?: boolean;
  /** Keep `Retry-After` from pages, which can always read the message. Default false. */
  hideRetryAfter?: boolean;
  /** Which of `GET /license/users` and `GET /license/organization` answer; the other is 404. Default paged. */
  assignmentReads?: 'both' | 'paged' | 'organization';
  /** What the signed-in administrator may do. Default: all that the operations of the contract ask for. */
  permissions?: readonly string[];
  /** What OAuth clients may do that have no scopes of their own. Default: what the console is set up with. */
  scopes?: readonly string[];
  /** Milliseconds since the epoch, for tests with virtual time. */
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<void>;
  /** `POST /license/organization` with more pairs than this is answered 413. Default: no bound. */
  maxUsersPerBatchPost?: number;
  /**
   * Whether licenses follow roles: what a role implies comes back after it was removed, and where roles change the
   * licenses do so too. Default true, as in the service.
   */
  rolesImplyLicenses?: boolean;
  /** How long after a change the licenses follow the roles. Default 3000. */
  licenseDelayMs?: number;
  /** What becomes of a license that is added although no role implies it. Nobody knows; default stay. */
  unimpliedLicenses?: 'stay' | 'go';
  /** Which of `permissions` and `permissionPolicies` the authorization of a user has. Default both. */
  permissionListing?: 'both' | 'permissions' | 'policies';
  /** Whether the service works out which roles and permissions are not used. Default true. */
  roleAnalysis?: boolean;
  /** How often a report of billable usage is said to be in progress before it comes. Default 0. */
  billingReportWaits?: number;
  /** Whether some users break careless programs, by names such as `<img …>`. Default true. */
  oddities?: boolean;
  /** What `POST /license/users` has for each user; the published schema leaves it open. Default ids. */
  userLicensesShape?: 'ids' | 'definitions' | 'user';
  resultWords?: Partial<ResultWords>;
  /** The day, in milliseconds since the epoch, that the dates of the data lead up to. Default 2026-11-24. */
  today?: number;
  /** Checks requests and answers against the contract; see `server/contract.ts`. Default: none. */
  contract?: ContractCheck;
}

/** The options with every default filled in. */
export interface Settings
  extends Required<Omit<SandboxOptions, 'contract' | 'maxUsersPerBatchPost' | 'resultWords'>> {
  resultWords: ResultWords;
  maxUsersPerBatchPost: number;
  contract: ContractCheck | undefined;
}

const defaultWords: ResultWords = {
  added: 'ADDED',
  removed: 'REMOVED',
  unchanged: 'NO_CHANGE',
  missingPrerequisite: 'MISSING_PREREQUISITE',
  unknownLicense: 'LICENSE_NOT_FOUND',
  unknownUser: 'USER_NOT_FOUND',
  failed: 'FAILED',
};

export function settingsFrom(options: SandboxOptions): Settings {
  const users = options.users ?? 1200;
  if (!Number.isInteger(users) || users < 1) {
    throw new RangeError(`A sandbox needs at least one user, not ${users}`);
  }
  return {
    users,
    seed: options.seed ?? 1,
    latencyMs: options.latencyMs ?? 0,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 86_400,
    rateLimit:
      options.rateLimit === undefined ? { allowed: 300, windowSeconds: 60 } : options.rateLimit,
    rateHeaders: options.rateHeaders ?? false,
    hideRetryAfter: options.hideRetryAfter ?? false,
    assignmentReads: options.assignmentReads ?? 'paged',
    permissions: options.permissions ?? requiredPermissions,
    scopes: options.scopes ?? consoleScopes,
    // Looked up at each call, so that tests may replace the clock of the platform.
    now: options.now ?? (() => Date.now()),
    sleep: options.sleep ?? wait,
    maxUsersPerBatchPost: options.maxUsersPerBatchPost ?? Number.POSITIVE_INFINITY,
    rolesImplyLicenses: options.rolesImplyLicenses ?? true,
    licenseDelayMs: options.licenseDelayMs ?? 3000,
    unimpliedLicenses: options.unimpliedLicenses ?? 'stay',
    permissionListing: options.permissionListing ?? 'both',
    roleAnalysis: options.roleAnalysis ?? true,
    billingReportWaits: options.billingReportWaits ?? 0,
    oddities: options.oddities ?? true,
    userLicensesShape: options.userLicensesShape ?? 'ids',
    resultWords: { ...defaultWords, ...options.resultWords },
    today: options.today ?? Date.UTC(2026, 10, 24),
    contract: options.contract,
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
