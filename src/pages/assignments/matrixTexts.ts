import { t } from '@lingui/core/macro';
import type { Action } from '@/model/plan';

/** What fills the gap of a message. */
type Fill = (gap: string) => string;

/** What rows and cells of the matrix say, in one language: each message is looked up once, however many cells there are. */
export interface MatrixTexts {
  readonly unknown: string;
  readonly noSuchUser: string;
  readonly select: Fill;
  readonly holds: Fill;
  readonly lacks: Fill;
  /** Of a license that is held, or not, and to be changed. */
  readonly holdsStaged: Readonly<Record<Action, Fill>>;
  readonly lacksStaged: Readonly<Record<Action, Fill>>;
}

/** In the language of now. */
export function matrixTexts(): MatrixTexts {
  return {
    unknown: t`Unknown`,
    noSuchUser: t`No such user`,
    select: filled((name) => t`Select ${name}`),
    holds: filled((licenseId) => t`Holds ${licenseId}`),
    lacks: filled((licenseId) => t`Does not hold ${licenseId}`),
    holdsStaged: {
      add: filled((licenseId) => t`Holds ${licenseId}, staged to be added`),
      remove: filled((licenseId) => t`Holds ${licenseId}, staged to be removed`),
    },
    lacksStaged: {
      add: filled((licenseId) => t`Does not hold ${licenseId}, staged to be added`),
      remove: filled((licenseId) => t`Does not hold ${licenseId}, staged to be removed`),
    },
  };
}

/** No text of ours has it. */
const GAP = '\u{fffc}';

/** What stands around the gap of a message is kept: filling it is no look-up. */
function filled(message: Fill): Fill {
  const parts = message(GAP).split(GAP);
  return (gap) => parts.join(gap);
}
