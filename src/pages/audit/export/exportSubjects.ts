import { msg } from '@lingui/core/macro';

/** What can be exported, and what is said of it. */
export const SUBJECTS = {
  assignments: {
    button: msg`Export assignments`,
    failed: (why: string) => msg`The assignments could not be exported: ${why}`,
  },
  costs: {
    button: msg`Export costs`,
    failed: (why: string) => msg`The costs could not be exported: ${why}`,
  },
  difference: {
    button: msg`Export difference`,
    failed: (why: string) => msg`The difference could not be exported: ${why}`,
  },
  findings: {
    button: msg`Export findings`,
    failed: (why: string) => msg`The findings could not be exported: ${why}`,
  },
  mutes: {
    button: msg`Export what is muted`,
    failed: (why: string) => msg`What is muted could not be exported: ${why}`,
  },
  users: {
    button: msg`Export users`,
    failed: (why: string) => msg`The users could not be exported: ${why}`,
  },
} as const;

export type ExportSubject = keyof typeof SUBJECTS;
