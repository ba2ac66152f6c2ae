import { useState } from 'react';
import type { Assignments } from '@/model/organizationIndex';
import type { Change, Plan } from '@/model/plan';
import { type Difference, differenceOf } from './comparePlans';

/** A review older than this is read again before it is applied. */
export const REVIEW_IS_OLD_MS = 60_000;

interface FreshPlanOptions {
  plan: Plan | undefined;
  readAt: number;
  readAgain: () => Promise<Assignments | undefined>;
  planFrom: (read: Assignments) => Plan;
}

/** Lets a plan be applied only as it was reviewed, and only where the users were read a moment ago. */
export function useFreshPlan({ plan, readAt, readAgain, planFrom }: FreshPlanOptions) {
  const [difference, setDifference] = useState<Difference>();
  return {
    /** How the plan differs from the one that was to be applied; undefined where it does not. */
    difference,
    async whenFresh(apply: (changes: readonly Change[]) => void) {
      if (!plan) return;
      const age = Date.now() - readAt;
      setDifference(undefined);
      // An age below nothing is that of a clock that was set.
      if (age >= 0 && age < REVIEW_IS_OLD_MS) {
        apply(plan.changes);
        return;
      }
      const read = await readAgain();
      if (!read) return;
      const { changes } = planFrom(read);
      const found = differenceOf(plan.changes, changes);
      if (found) setDifference(found);
      else apply(changes);
    },
  };
}
