// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { DefinitionGraph } from '@/model/definitions';
import { type FindingRule, findFindings } from '@/model/findings';
import { DEFAULT_SORT } from '@/model/order';
import { OrganizationIndex } from '@/model/organizationIndex';
import { Views } from '@/model/view';
import { parseMatrixQuery } from '@/pages/assignments/matrixUrl';
import { matrixLink } from '@/pages/audit/findings/matrixLink';

const graph = new DefinitionGraph([
  { id: 'base' },
  { id: 'voice', prerequisites: [{ id: 'base' }] },
  { id: 'suite', comprises: [{ id: 'base' }] },
]);

const NOW = Date.parse('2026-11-25T00:00:00Z');
const lately = '2026-11-20T00:00:00Z';

/** A department in which most hold the same, and somebody of every kind that the rules find. */
function organization(): OrganizationIndex {
  const index = new OrganizationIndex();
  const peers = Array.from({ length: 30 }, (_, i) => `peer${i}`);
  index.addAssignments([
    { id: 'ana', licenses: ['voice'] },
    { id: 'bo', licenses: ['voice', 'suite'] },
    { id: 'cy', licenses: ['base', 'suite'] },
    { id: 'di', licenses: ['retired', 'base'] },
    { id: 'ed', licenses: [] },
    { id: 'fay', licenses: ['base', 'suite', 'voice'] },
    { id: 'gus', licenses: ['base'] },
    { id: 'nobody', licenses: ['base'] },
    ...peers.map((id) => ({ id, licenses: ['base'] })),
  ]);
  index.addUsers([
    { id: 'ana', version: 1, state: 'inactive' },
    { id: 'bo', version: 1, state: 'deleted' },
    { id: 'cy', version: 1, state: 'active', dateLastLogin: lately },
    { id: 'di', version: 1, state: 'active', dateLastLogin: '2026-01-01T00:00:00Z' },
    { id: 'ed', version: 1, state: 'inactive' },
    { id: 'fay', version: 1, state: 'active', department: 'Care', dateLastLogin: lately },
    { id: 'gus', version: 1, state: 'active' },
    ...peers.map((id) => ({
      id,
      version: 1,
      state: 'active' as const,
      department: 'Care',
      dateLastLogin: lately,
    })),
  ]);
  return index;
}

const find = (index: OrganizationIndex, absentDays = 90) => {
  const isComplete = { people: true, assignments: true };
  return findFindings({ index, graph, isComplete, absentDays, now: NOW }).found;
};

describe('the link from a finding into the matrix', () => {
  it('shows exactly the users of the finding, whatever the rule', () => {
    const index = organization();
    const found = find(index);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set([
        'missingPrerequisite',
        'unknownHolder',
        'deletedHolder',
        'inactiveHolder',
        'longAbsent',
        'neverSignedIn',
        'redundant',
        'withoutDefinition',
        'unlikePeers',
      ] satisfies FindingRule[]),
    );
    const views = new Views(index);
    views.knowFindings(found);
    for (const finding of found) {
      const link = matrixLink(finding, graph, 90);
      const { filter } = parseMatrixQuery(new URL(link ?? '', 'http://x').searchParams);
      const { matching } = views.view(filter, DEFAULT_SORT);
      expect([...matching.toRows()], finding.id).toEqual([...finding.rows.toRows()]);
    }
  });

  it('is not there for another number of days than the matrix counts', () => {
    const absent = find(organization(), 30).find(({ rule }) => rule === 'longAbsent');
    expect(absent && matrixLink(absent, graph, 30)).toBeUndefined();
  });
});
