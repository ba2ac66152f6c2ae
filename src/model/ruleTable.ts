import type { OrganizationIndex } from './organizationIndex';

/** What the rules ask of an organization: who holds what, by row. A worker makes do with this, without the people. */
export type RuleTable = Pick<
  OrganizationIndex,
  'size' | 'licenseIds' | 'holders' | 'licensesOf' | 'assignmentsRead' | 'usersRead'
>;
