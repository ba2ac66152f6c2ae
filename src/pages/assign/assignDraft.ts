import { z } from 'zod';

/** What the batch form holds. It is kept in the tab, so that signing in again or a reload loses nothing typed. */
const draftSchema = z.object({
  /** Whether the users selected in the matrix are meant. */
  useSelection: z.boolean().default(true),
  /** Users found by searching or by a link. */
  userIds: z.array(z.string()).default([]),
  pasted: z.string().default(''),
  /** For pasted text that means several users: the one who was picked. */
  picked: z.record(z.string(), z.string()).default({}),
  kind: z.enum(['addRemove', 'swap', 'copy', 'set']).default('addRemove'),
  add: z.array(z.string()).default([]),
  remove: z.array(z.string()).default([]),
  swapFrom: z.string().nullable().default(null),
  swapTo: z.string().nullable().default(null),
  copyFrom: z.string().nullable().default(null),
  exactly: z.array(z.string()).default([]),
});

export type AssignDraft = z.output<typeof draftSchema>;

const DRAFT_KEY = 'license-console.draft.assign';

export const EMPTY_DRAFT: AssignDraft = draftSchema.parse({});

export function readDraft(): AssignDraft {
  try {
    return draftSchema.parse(JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? '{}'));
  } catch {
    return EMPTY_DRAFT;
  }
}

export function writeDraft(draft: AssignDraft): void {
  try {
    sessionStorage.setItem(DRAFT_KEY, JSON.stringify(draft));
  } catch {
    // Larger than the tab may keep: the form goes on, only a reload would lose it.
    sessionStorage.removeItem(DRAFT_KEY);
  }
}
