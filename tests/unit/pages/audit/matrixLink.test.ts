// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { DefinitionGraph } from '@/model/definitions';
import { NO_FILTER } from '@/model/filter';
import { type FindingRule, findFindings } from '@/model/findings';
import { DEFAULT_SORT } from '@/model/order';
import { OrganizationIndex } from '@/model/organizationIndex';
import { Views } from '@/model/view';
import { matrixLink } from '@/pages/audit/findings/matrixLink';

const graph = new DefinitionGraph([
  { id: 'base' },
  { id: 'voice', prerequisites: [{ id: 'base' }] },
  { id: 'suite', comprises: [{ id: 'base' }] },
]);

function organization(): OrganizationIndex {
  const index = new OrganizationIndex();
  index.addAssignments([
    { id: 'ana', licenses: ['voice'] },
    { id: 'bo', licenses: ['voice', 'suite'] },
    { id: 'cy', licenses: ['base', 'suite'] },
    { id: 'di', licenses: ['retired', 'base'] },
    { id: 'ed', licenses: [] },
  ]);
  index.addUsers([
    { id: 'ana', version: 1, state: 'inactive' },
    { id: 'bo', version: 1, state: 'deleted' },
    { id: 'cy', version: 1, state: 'active' },
    { id: 'di', version: 1, state: 'active' },
    { id: 'ed', version: 1, state: 'inactive' },
  ]);
  return index;
}

describe('the link from a finding into the matrix', () => {
  it('shows exactly the users of the finding, wherever there is one', () => {
    const index = organization();
    const isComplete = { people: true, assignments: true };
    const { found } = findFindings({ index, graph, isComplete, absentDays: 90, now: 0 });
    const linked = found.flatMap((finding) => {
      const link = matrixLink(finding, graph);
      return link === undefined ? [] : { finding, params: new URL(link, 'http://x').searchParams };
    });
    expect(new Set(linked.map(({ finding }) => finding.rule))).toEqual(
      new Set([
        'missingPrerequisite',
        'deletedHolder',
        'inactiveHolder',
        'redundant',
        'withoutDefinition',
      ] satisfies FindingRule[]),
    );
    for (const { finding, params } of linked) {
      const { matching } = new Views(index).view(
        {
          ...NO_FILTER,
          holds: params.getAll('holds'),
          lacks: params.getAll('lacks'),
          state: params.getAll('state'),
          fewest: params.has('min') ? Number(params.get('min')) : undefined,
        },
        DEFAULT_SORT,
      );
      expect([...matching.toRows()], finding.id).toEqual([...finding.rows.toRows()]);
    }
  });
});
