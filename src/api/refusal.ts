/** What is known of a 403 besides the words of the service. */
export type Refusal =
  | {
      readonly kind: 'permission';
      /** As the service names them, else as the contract does; empty where neither names any. */
      readonly permissions: readonly string[];
      readonly needed: 'any' | 'all';
    }
  /** About something else: a scope that the OAuth client lacks, a policy, a division. */
  | {
      readonly kind: 'other';
      /** What the OAuth client needs for the operation. */
      readonly scopes: readonly string[];
    };

/** What an operation asks for, as far as the contract and the documentation of the service tell. */
export interface Needs {
  /** Any one of these is enough. */
  readonly anyPermission: readonly string[];
  readonly scopes: readonly string[];
}

export const NO_NEEDS: Needs = { anyPermission: [], scopes: [] };

const MISSING_ALL = 'missing.permissions';
const MISSING_ANY = 'missing.any.permissions';

/** The part of an error answer that says what was refused. */
export interface RefusalWords {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly messageParams?: Readonly<Record<string, string>> | undefined;
}

/** Only two codes say that a permission is missing; a 403 with any other has another cause. */
export function readRefusal({ code, message, messageParams }: RefusalWords, needs: Needs): Refusal {
  if (code !== MISSING_ALL && code !== MISSING_ANY) return { kind: 'other', scopes: needs.scopes };
  const inParams = permissionsIn(Object.values(messageParams ?? {}).join(' '));
  const named = inParams.length > 0 ? inParams : permissionsIn(message ?? '');
  return named.length > 0
    ? { kind: 'permission', permissions: named, needed: code === MISSING_ALL ? 'all' : 'any' }
    : { kind: 'permission', permissions: needs.anyPermission, needed: 'any' };
}

/** Such as `authorization:grant:add`, wherever it stands in a text. */
const PERMISSION = /\b[a-z][\w-]*:[\w*-]+:[\w*-]+(?![\w:*-])/giu;

function permissionsIn(text: string): string[] {
  return [...new Set(text.match(PERMISSION) ?? [])];
}
