import type { AuditLogMessage } from '@/api/schema';
import { Random } from './random';

/** A change, and who made it: the id of a user, or nobody where the service did so itself. */
export type AuditedChange = { by: string | undefined } & (
  | { kind: 'grant'; subjectId: string; roleId: string; held: boolean }
  | {
      kind: 'license';
      userId: string;
      before: readonly string[];
      after: readonly string[];
    }
);

const keptEntries = 20_000;

/** What was changed, the latest last. */
export class AuditLog {
  readonly #organizationId: string;
  readonly #now: () => number;
  readonly #ids: Random;
  #entries: AuditLogMessage[] = [];

  constructor(organizationId: string, seed: number, now: () => number) {
    this.#organizationId = organizationId;
    this.#now = now;
    this.#ids = new Random(seed ^ 0xa0d17);
  }

  get entries(): readonly AuditLogMessage[] {
    return this.#entries;
  }

  add(change: AuditedChange): void {
    this.#entries.push({
      id: this.#ids.uuid(),
      serviceName: 'PeoplePermissions',
      level: change.by === undefined ? 'SYSTEM' : 'USER',
      ...(change.by !== undefined && { user: { id: change.by } }),
      eventDate: new Date(this.#now()).toISOString(),
      status: 'SUCCESS',
      ...(change.kind === 'grant' ? this.#grant(change) : licenses(change)),
    });
    if (this.#entries.length > keptEntries) this.#entries.splice(0, keptEntries / 10);
  }

  restore(entries: readonly AuditLogMessage[]): void {
    this.#entries = [...entries];
  }

  /** The service names no division here, and whom it is about only in the name of the entity. */
  #grant({ subjectId, roleId, held }: Extract<AuditedChange, { kind: 'grant' }>): AuditLogMessage {
    return {
      action: held ? 'MemberAdd' : 'MemberRemove',
      entityType: 'Role',
      entity: { id: roleId, name: `${subjectId}--${roleId}--${this.#organizationId}` },
      propertyChanges: [],
    };
  }
}

/** How the service writes down changes of licenses is not published; this is the sandbox's own way. */
function licenses({
  userId,
  before,
  after,
}: Extract<AuditedChange, { kind: 'license' }>): AuditLogMessage {
  return {
    action: 'Update',
    entityType: 'AuthUser',
    entity: { id: userId },
    propertyChanges: [{ property: 'licenses', oldValues: [...before], newValues: [...after] }],
  };
}

/** What can be asked for, by service and kind of entity. */
export const auditServices = [
  {
    name: 'PeoplePermissions',
    entities: [
      { name: 'Role', actions: ['Create', 'Update', 'Delete', 'MemberAdd', 'MemberRemove'] },
      { name: 'AuthUser', actions: ['Update'] },
    ],
  },
];
