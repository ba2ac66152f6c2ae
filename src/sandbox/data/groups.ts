import type { RoleKey } from './roles';

/** A group of the sandbox organization, before it has an id: who is granted something through it. */
export interface GroupTemplate {
  name: string;
  description?: string;
  roles: readonly RoleKey[];
  /** Granted in all divisions, not only in that of the organization. */
  everywhere?: boolean;
}

export const groupTemplates = {
  careAgents: { name: 'Customer Care agents', roles: ['omnichannelAgent'] },
  supportEngineers: {
    name: 'Support engineers',
    description: 'May share screens with customers',
    roles: ['omnichannelAgent', 'supportEngineer'],
  },
  salesAgents: { name: 'Telephone Sales', roles: ['voiceAgent'] },
  seasonal: { name: 'Seasonal agents', roles: ['hourlyAgent'] },
  teamLeads: { name: 'Team leads', roles: ['supervisor'], everywhere: true },
  integrators: { name: 'Integration developers', roles: ['developer'], everywhere: true },
  fireWardens: { name: 'Fire wardens', description: 'First aid and evacuation', roles: [] },
} as const satisfies Record<string, GroupTemplate>;

export type GroupKey = keyof typeof groupTemplates;
