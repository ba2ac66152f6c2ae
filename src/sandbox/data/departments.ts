import type { GroupKey } from './groups';
import type { RoleKey } from './roles';

/** What the people of a department have in common: their titles, their roles and what they hold. */
export interface Department {
  name: string;
  weight: number;
  titles: readonly string[];
  /** They bring most of what is held. */
  roles: readonly RoleKey[];
  /** Roles of a part of the department: role → share. */
  someRoles?: Partial<Record<RoleKey, number>>;
  /** The group by which most of the department have the roles that it grants. */
  group?: GroupKey;
  /** Held by all of the department although no role brings it. */
  byHand?: readonly string[];
  /** Held by a part of the department although no role brings it: license → share. */
  some: Readonly<Record<string, number>>;
}

export const departments: readonly Department[] = [
  {
    name: 'Customer Care',
    weight: 26,
    titles: ['Service Agent', 'Senior Service Agent', 'Service Specialist'],
    roles: ['employee', 'omnichannelAgent'],
    group: 'careAgents',
    some: { agentAssist: 0.4, screenRecording: 0.3, cobrowse: 0.1 },
  },
  {
    name: 'Technical Support',
    weight: 16,
    titles: ['Support Engineer', 'Support Engineer II', 'Escalation Engineer'],
    roles: ['employee', 'omnichannelAgent', 'supportEngineer'],
    group: 'supportEngineers',
    some: { agentCopilot: 0.5 },
  },
  {
    name: 'Telephone Sales',
    weight: 12,
    titles: ['Sales Agent', 'Account Executive', 'Sales Development Representative'],
    roles: ['employee', 'voiceAgent'],
    group: 'salesAgents',
    some: { outboundDialing: 0.2, screenRecording: 0.2, cloudCX2: 0.06 },
  },
  {
    name: 'Digital Service',
    weight: 9,
    titles: ['Messaging Agent', 'Social Media Agent'],
    roles: ['employee', 'digitalAgent'],
    some: { cloudCX3Digital: 0.1, socialListening: 0.15 },
  },
  {
    name: 'Seasonal Service',
    weight: 7,
    titles: ['Seasonal Agent'],
    roles: ['employee', 'hourlyAgent'],
    group: 'seasonal',
    some: {},
  },
  {
    name: 'Team Leads',
    weight: 6,
    titles: ['Team Lead', 'Operations Supervisor', 'Floor Manager'],
    roles: ['employee', 'supervisor'],
    group: 'teamLeads',
    some: { supervisorCopilot: 0.4, qualityManagement: 0.5, gamification: 0.1 },
  },
  {
    name: 'Quality Assurance',
    weight: 4,
    titles: ['Quality Analyst', 'Calibration Lead'],
    roles: ['employee', 'omnichannelAgent', 'qualityEvaluator'],
    some: { screenRecording: 0.6 },
  },
  {
    name: 'Workforce Planning',
    weight: 3,
    titles: ['Workforce Analyst', 'Scheduler', 'Forecasting Lead'],
    roles: ['employee', 'communicateUser', 'scheduler'],
    some: { gamification: 0.3 },
  },
  {
    name: 'Collections & Outbound',
    weight: 4,
    titles: ['Collections Agent', 'Campaign Manager'],
    roles: ['employee', 'voiceAgent', 'outboundManager'],
    some: {},
  },
  {
    name: 'Customer Experience Design',
    weight: 2,
    titles: ['Journey Designer', 'Conversation Designer'],
    roles: ['employee', 'journeyAnalyst', 'botBuilder'],
    some: { cloudCX4: 0.1, journeyManagement: 0.1 },
  },
  {
    name: 'Finance',
    weight: 3,
    titles: ['Accountant', 'Controller', 'Procurement Manager'],
    roles: ['employee', 'communicateUser'],
    someRoles: { billing: 0.2 },
    some: { cloudCX1: 0.08 },
  },
  {
    name: 'Human Resources',
    weight: 3,
    titles: ['Recruiter', 'People Partner'],
    roles: ['employee', 'communicateUser'],
    byHand: ['hipaaAddOn'],
    some: {},
  },
  {
    name: 'Store & Field Operations',
    weight: 4,
    titles: ['Store Manager', 'Field Technician'],
    roles: ['employee'],
    some: { communicate: 0.2 },
  },
  {
    name: 'Information Technology',
    weight: 2,
    titles: ['Systems Engineer', 'Contact Center Engineer', 'Integration Developer'],
    roles: ['employee', 'communicateUser', 'admin', 'developer'],
    group: 'integrators',
    some: { edgeAppliance: 0.2, videoEngagement: 0.1 },
  },
];

export const divisionNames = [
  'Home',
  'Americas',
  'Europe',
  'Middle East and Africa',
  'India',
  'Asia Pacific',
] as const;

export type DivisionName = (typeof divisionNames)[number];
