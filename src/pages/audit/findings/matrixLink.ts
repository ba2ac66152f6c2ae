import type { DefinitionGraph } from '@/model/definitions';
import { DEFAULT_ABSENT_DAYS } from '@/model/findings';
import type { AuditFinding } from '@/model/findingsCost';

/** The matrix filtered to the users of a finding; undefined where no filter finds exactly these. */
export function matrixLink(
  { rule, licenseId, other, peers }: AuditFinding,
  graph: DefinitionGraph | undefined,
  absentDays: number,
): string | undefined {
  switch (rule) {
    case 'deletedHolder':
      return matrix(['state', 'deleted'], ['min', '1']);
    case 'inactiveHolder':
      return matrix(['state', 'inactive'], ['min', '1']);
    case 'withoutDefinition':
      return licenseId === undefined ? undefined : matrix(['holds', licenseId]);
    case 'redundant':
      if (licenseId === undefined || other === undefined) return undefined;
      return matrix(['holds', licenseId], ['holds', other]);
    case 'missingPrerequisite': {
      if (licenseId === undefined || other === undefined) return undefined;
      const covering = [other, ...(graph?.comprisedIn(other) ?? [])];
      return matrix(['holds', licenseId], ...covering.map((id): [string, string] => ['lacks', id]));
    }
    case 'unknownHolder':
    case 'neverSignedIn':
      return matrix(['finding', rule]);
    case 'longAbsent':
      // The matrix knows no other number of days.
      return absentDays === DEFAULT_ABSENT_DAYS ? matrix(['finding', rule]) : undefined;
    case 'unlikePeers':
      return peers && matrix(['finding', rule], ['department', peers.department]);
    case 'heldNotImplied':
    case 'impliedNotHeld':
    case 'expensive':
      return undefined;
  }
}

/** The matrix filtered to the department in which the users of a finding stand out, they among others. */
export function departmentLink({ peers, cost }: AuditFinding): string | undefined {
  const department = peers?.department ?? cost?.department;
  return department === undefined ? undefined : matrix(['department', department]);
}

/** The matrix with these filters in its address. */
export function matrix(...params: [string, string][]): string {
  return `/assignments?${new URLSearchParams(params)}`;
}
