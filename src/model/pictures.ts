import { type Combination, combinationsOf } from './combinations';
import type { PeopleFacts } from './findingsPeople';
import { countsByValue } from './grouping';
import type { RuleTable } from './ruleTable';

/** What charts of an organization show, beyond what the index tells at once. */
export interface Pictures {
  /** The largest ones. */
  readonly combinations: readonly Combination[];
  readonly combinationCount: number;
  /** Those of many people first. */
  readonly departments: readonly DepartmentLicenses[];
}

export interface DepartmentLicenses {
  /** '' for people of whom the service tells none. */
  readonly department: string;
  readonly people: number;
  /** License → how many of them hold it; licenses that none of them holds are left out. */
  readonly holders: ReadonlyMap<string, number>;
}

/** Nobody looks at more, and of 200,000 users there may be as many. */
export const MOST_COMBINATIONS = 100;

export function picturesOf(index: RuleTable, people: PeopleFacts): Pictures {
  const combinations = combinationsOf(index, index.assignmentsRead);
  return {
    combinations: combinations.slice(0, MOST_COMBINATIONS),
    combinationCount: combinations.length,
    departments: departmentsOf(index, people),
  };
}

function departmentsOf(index: RuleTable, people: PeopleFacts): DepartmentLicenses[] {
  const { departments } = people.columns;
  const { values, ofRow } = departments;
  const holders = values.map(() => new Map<string, number>());
  for (const licenseId of index.licenseIds) {
    const counts = new Uint32Array(values.length + 1);
    for (const row of index.holders(licenseId).toRows()) {
      const place = ofRow[row] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    holders.forEach((ofLicense, i) => {
      const count = counts[i + 1] ?? 0;
      if (count > 0) ofLicense.set(licenseId, count);
    });
  }
  const peopleIn = countsByValue(departments);
  return values
    .map((department, i) => ({
      department,
      people: peopleIn.get(department) ?? 0,
      holders: holders[i] ?? new Map<string, number>(),
    }))
    .filter((ofDepartment) => ofDepartment.people > 0)
    .sort((a, b) => b.people - a.people || a.department.localeCompare(b.department));
}
