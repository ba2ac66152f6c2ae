import { t } from '@lingui/core/macro';
import type { SnapshotFileFault } from '@/model/snapshotFileError';

/** Why a file is no snapshot to take in, for the person who chose it. */
export function snapshotFileText(fault: SnapshotFileFault): string {
  switch (fault.kind) {
    case 'noJson':
      return t`This file is not a snapshot: it is cut off, or no JSON at all.`;
    case 'foreign':
      return t`This file is not a snapshot saved by this console.`;
    case 'newer':
      return t`This snapshot was saved by a newer version of the console. Reload the page to get the newest, then try again.`;
    case 'damaged':
      return t`This snapshot is damaged: its content is not what was saved. Nothing of it was taken in.`;
    case 'contradictory':
      return t`This snapshot contradicts itself. Nothing of it was taken in.`;
    case 'otherOrganization': {
      const { taken, wanted } = fault;
      return t`This snapshot is of the organization “${taken}”, and you are signed in to “${wanted}”.`;
    }
  }
}
