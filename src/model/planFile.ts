import { z } from 'zod';
import { type OwnFileFault, readOwnFile } from './ownFile';
import type { Change } from './plan';

const FORMAT = 'license-console.plan';
const VERSION = 1;

const changeSchema = z.object({
  userId: z.string().min(1),
  userName: z.string().optional(),
  licenseId: z.string().min(1),
  action: z.enum(['add', 'remove']),
});

const planFileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  organization: z.string(),
  savedAt: z.iso.datetime(),
  changes: z.array(changeSchema),
});

export interface SavedPlan {
  /** The name of the organization that the plan was made for. */
  readonly organization: string;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly changes: readonly Change[];
}

/** A plan as a file to keep, to show to somebody, or to open again. */
export function writePlanFile(
  { organization, savedAt, changes }: SavedPlan,
  nameOf: (userId: string) => string,
): string {
  const file: z.input<typeof planFileSchema> = {
    format: FORMAT,
    version: VERSION,
    organization,
    savedAt,
    changes: changes.map(({ userId, licenseId, action }) => ({
      userId,
      userName: nameOf(userId),
      licenseId,
      action,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Why a file cannot be opened as a plan. */
export type PlanFileFault =
  | { readonly kind: OwnFileFault }
  /** Where, such as `changes.3.userId`; empty when it is about the whole file. */
  | { readonly kind: 'damaged'; readonly at: string };

export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';

  constructor(readonly fault: PlanFileFault) {
    super(fault.kind);
  }
}

export function readPlanFile(text: string): SavedPlan {
  const content = readOwnFile(text, {
    format: FORMAT,
    version: VERSION,
    errorOf: (kind) => new PlanFileError({ kind }),
  });
  const file = planFileSchema.safeParse(content);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new PlanFileError({ kind: 'damaged', at: issue?.path.join('.') ?? '' });
  }
  const { organization, savedAt, changes } = file.data;
  return {
    organization,
    savedAt,
    changes: changes.map(({ userId, licenseId, action }) => ({
      userId,
      licenseId,
      action,
      reason: { kind: 'plan' },
    })),
  };
}
