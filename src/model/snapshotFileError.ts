import type { OwnFileFault } from './ownFile';

/** Why a file is no snapshot to take in. */
export type SnapshotFileFault =
  | { readonly kind: OwnFileFault | 'damaged' | 'contradictory' }
  | {
      readonly kind: 'otherOrganization';
      /** By name: of which it is, and for which it was to be taken in. */
      readonly taken: string;
      readonly wanted: string;
    };

export class SnapshotFileError extends Error {
  override readonly name = 'SnapshotFileError';

  constructor(
    readonly fault: SnapshotFileFault,
    options?: ErrorOptions,
  ) {
    super(fault.kind, options);
  }
}
