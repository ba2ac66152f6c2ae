import type { RoleKey } from './roles';

/** What the people of a department have in common: their titles, their roles and what they hold. */
export interface Department {
  name: string;
  weight: number;
  titles: readonly string[];
  roles: readonly RoleKey[];
  /** Held by all of the department (what its roles imply, and what somebody once added by hand). */
  licenses: readonly string[];
  /** Held by a part of the department: license → share. */
  some: Readonly<Record<string, number>>;
}

export const departments: readonly Department[] = [
  {
    name: 'Customer Care',
    weight: 26,
    titles: ['Service Agent', 'Senior Service Agent', 'Service Specialist'],
    roles: ['employee', 'omnichannelAgent'],
    licenses: ['cloudCX2', 'collaborate', 'wemAddOn2', 'userRecording'],
    some: { agentAssist: 0.4, screenRecording: 0.3, cobrowse: 0.1 },
  },
  {
    name: 'Technical Support',
    weight: 16,
    titles: ['Support Engineer', 'Support Engineer II', 'Escalation Engineer'],
    roles: ['employee', 'omnichannelAgent'],
    licenses: ['cloudCX2', 'collaborate', 'agentAssist', 'cobrowse'],
    some: { agentCopilot: 0.5, speechTextAnalytics: 0.15 },
  },
  {
    name: 'Telephone Sales',
    weight: 12,
    titles: ['Sales Agent', 'Account Executive', 'Sales Development Representative'],
    roles: ['employee', 'voiceAgent'],
    licenses: ['cloudCX1', 'collaborate', 'userRecording', 'digitalAddOn'],
    some: { outboundDialing: 0.2, screenRecording: 0.2 },
  },
  {
    name: 'Digital Service',
    weight: 9,
    titles: ['Messaging Agent', 'Social Media Agent'],
    roles: ['employee', 'digitalAgent'],
    licenses: ['cloudCX2Digital', 'collaborate', 'aiExperienceTokens'],
    some: { cloudCX3Digital: 0.1, socialListening: 0.15 },
  },
  {
    name: 'Seasonal Service',
    weight: 7,
    titles: ['Seasonal Agent'],
    roles: ['hourlyAgent'],
    licenses: ['hourlyCX1', 'communicate', 'userRecording'],
    some: { hourlyCX2: 0.1 },
  },
  {
    name: 'Team Leads',
    weight: 6,
    titles: ['Team Lead', 'Operations Supervisor', 'Floor Manager'],
    roles: ['employee', 'supervisor'],
    licenses: ['cloudCX3', 'supervisorView', 'collaborate', 'userRecording', 'speechTextAnalytics'],
    some: { supervisorCopilot: 0.4, qualityManagement: 0.5, gamification: 0.1 },
  },
  {
    name: 'Quality Assurance',
    weight: 4,
    titles: ['Quality Analyst', 'Calibration Lead'],
    roles: ['employee', 'qualityEvaluator'],
    licenses: ['cloudCX2', 'qualityManagement', 'collaborate', 'screenRecording', 'userRecording'],
    some: { speechTextAnalytics: 0.6 },
  },
  {
    name: 'Workforce Planning',
    weight: 3,
    titles: ['Workforce Analyst', 'Scheduler', 'Forecasting Lead'],
    roles: ['employee', 'communicateUser', 'scheduler'],
    licenses: ['communicate', 'collaborate', 'wfm'],
    some: { gamification: 0.3 },
  },
  {
    name: 'Collections & Outbound',
    weight: 4,
    titles: ['Collections Agent', 'Campaign Manager'],
    roles: ['employee', 'voiceAgent', 'outboundManager'],
    licenses: ['cloudCX1', 'outboundDialing', 'collaborate', 'userRecording'],
    some: {},
  },
  {
    name: 'Customer Experience Design',
    weight: 2,
    titles: ['Journey Designer', 'Conversation Designer'],
    roles: ['employee', 'journeyAnalyst', 'botBuilder'],
    licenses: ['cloudCX2', 'predictiveEngagement', 'aiExperienceTokens', 'collaborate'],
    some: { cloudCX4: 0.1 },
  },
  {
    name: 'Finance',
    weight: 3,
    titles: ['Accountant', 'Controller', 'Procurement Manager'],
    roles: ['employee', 'communicateUser'],
    licenses: ['communicate', 'collaborate'],
    some: { billingViewer: 0.2 },
  },
  {
    name: 'Human Resources',
    weight: 3,
    titles: ['Recruiter', 'People Partner'],
    roles: ['employee', 'communicateUser'],
    licenses: ['communicate', 'collaborate', 'hipaaAddOn'],
    some: {},
  },
  {
    name: 'Store & Field Operations',
    weight: 4,
    titles: ['Store Manager', 'Field Technician'],
    roles: ['employee'],
    licenses: ['collaborate'],
    some: { communicate: 0.2 },
  },
  {
    name: 'Information Technology',
    weight: 2,
    titles: ['Systems Engineer', 'Contact Center Engineer', 'Integration Developer'],
    roles: ['employee', 'communicateUser', 'admin', 'developer'],
    licenses: ['communicate', 'collaborate', 'platformAdmin'],
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
