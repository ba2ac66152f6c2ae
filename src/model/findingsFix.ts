import type { DefinitionGraph } from './definitions';
import { coveredRows } from './findings';
import type { AuditFinding } from './findingsCost';
import type { OrganizationIndex } from './organizationIndex';
import type { Change, Reason } from './plan';

/** The changes after which a finding is gone, to be reviewed before anything is sent. */
export function fixOf(
  finding: AuditFinding,
  index: OrganizationIndex,
  graph: DefinitionGraph | undefined,
): Change[] {
  const { rule, licenseId, other } = finding;
  switch (rule) {
    case 'missingPrerequisite':
      if (!graph || licenseId === undefined || other === undefined) return [];
      return addMissing(finding, other, { kind: 'prerequisite', of: licenseId }, index, graph);
    case 'impliedNotHeld':
      if (!graph || licenseId === undefined) return [];
      return addMissing(finding, licenseId, { kind: 'finding', rule }, index, graph);
    case 'redundant': {
      if (licenseId === undefined || other === undefined) return [];
      return removeOne(finding, licenseId, { kind: 'within', of: other }, index);
    }
    case 'withoutDefinition':
    case 'heldNotImplied':
      if (licenseId === undefined) return [];
      return removeOne(finding, licenseId, { kind: 'finding', rule }, index);
    case 'unlikePeers':
      return makeLike(finding, new Set(finding.peers?.licenseIds), index);
    case 'deletedHolder':
    case 'inactiveHolder':
    case 'longAbsent':
    case 'neverSignedIn':
      return makeLike(finding, new Set(), index);
    case 'unknownHolder':
      // They may be users of a division that cannot be seen here: nobody loses a license for that.
      return [];
    case 'expensive':
      // What they could do without, nobody but their administrator knows.
      return [];
  }
}

/** Adds a license, and what it needs in turn, to those who lack it. */
function addMissing(
  { rows }: AuditFinding,
  missing: string,
  reason: Reason,
  index: OrganizationIndex,
  graph: DefinitionGraph,
): Change[] {
  const addTo = (licenseId: string, why: Reason) =>
    Array.from(
      rows
        .clone()
        .subtract(coveredRows(licenseId, index, graph))
        .toRows(),
      (row): Change => ({ userId: index.userId(row), licenseId, action: 'add', reason: why }),
    );
  return [
    ...addTo(missing, reason),
    ...Array.from(graph.allPrerequisitesOf(missing)).flatMap((licenseId) =>
      addTo(licenseId, { kind: 'prerequisite', of: missing }),
    ),
  ];
}

function removeOne(
  { rows }: AuditFinding,
  licenseId: string,
  reason: Reason,
  index: OrganizationIndex,
): Change[] {
  return Array.from(rows.toRows(), (row) => ({
    userId: index.userId(row),
    licenseId,
    action: 'remove',
    reason,
  }));
}

/** Makes the users hold exactly these licenses. */
function makeLike(
  { rows, rule }: AuditFinding,
  wanted: ReadonlySet<string>,
  index: OrganizationIndex,
): Change[] {
  const reason: Reason = { kind: 'finding', rule };
  return Array.from(rows.toRows()).flatMap((row): Change[] => {
    const userId = index.userId(row);
    const held = new Set(index.licensesOf(row));
    const added = [...wanted].filter((licenseId) => !held.has(licenseId));
    const removed = [...held].filter((licenseId) => !wanted.has(licenseId));
    return [
      ...added.map((licenseId): Change => ({ userId, licenseId, action: 'add', reason })),
      ...removed.map((licenseId): Change => ({ userId, licenseId, action: 'remove', reason })),
    ];
  });
}
