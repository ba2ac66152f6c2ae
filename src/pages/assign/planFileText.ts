import { t } from '@lingui/core/macro';
import type { PlanFileFault } from '@/model/planFile';

/** Why a file is no plan to open, for the person who chose it. */
export function planFileText(fault: PlanFileFault): string {
  switch (fault.kind) {
    case 'noJson':
      return t`This file is not a plan: it is cut off, or no JSON at all.`;
    case 'foreign':
      return t`This file is not a plan saved by this console.`;
    case 'newer':
      return t`This plan was saved by a newer version of the console. Reload the page to get the newest, then try again.`;
    case 'damaged': {
      const { at } = fault;
      return at === ''
        ? t`This plan is damaged. Nothing of it was taken in.`
        : t`This plan is damaged at “${at}”. Nothing of it was taken in.`;
    }
  }
}
