import { permissionsUnder } from './permissions';

/** A role of the sandbox organization, before it has an id. */
export interface RoleTemplate {
  name: string;
  description?: string;
  baseLicense?: string;
  addonLicenses?: readonly string[];
  permissions: readonly string[];
  default: boolean;
  /** Of those who have the role and work, the share that does not use it. */
  unused: number;
}

/** Billing by interacting hours is a permission, not a license. */
export const hourlyInteracting = 'billing:user:hourlyInteracting';

/** A custom role is one that the administrators of the organization made; the others come with the service. */
export const roleTemplates = {
  employee: role('employee', 'Everyone who works here', {
    base: 'collaboratePro',
    permissions: 'chat:room:view directory:user:view collaborate: user:settings:',
    unused: 0,
  }),
  communicateUser: role('Communicate - User', 'People with a telephone', {
    base: 'communicate',
    permissions: 'conversation:call:view conversation:call:add voicemail:voicemail: fax:',
  }),
  voiceAgent: role('Agent', 'People who take calls from queues', {
    base: 'cloudCX1',
    addons: 'userRecording digitalAddOn',
    permissions: 'conversation:call:accept conversation:callback: routing:queue:join dashboard:',
  }),
  omnichannelAgent: role('Omnichannel Agent', 'Calls, messages and e-mail from queues', {
    base: 'cloudCX2',
    addons: 'gc2WEMupgrade userRecording',
    permissions:
      'conversation:call:accept conversation:chat: conversation:email: conversation:message: routing:queue:join quality:evaluation:view wfm:agentSchedule:',
  }),
  supportEngineer: role('Support Engineer', 'Agents who share the screens of customers', {
    base: 'cloudCX2',
    addons: 'agentAssist cobrowse',
    permissions: 'conversation:cobrowse: conversation:screenshare: knowledge:search:',
    custom: true,
    unused: 0.12,
  }),
  digitalAgent: role('Digital Agent', 'Messages and e-mail, no voice', {
    base: 'cloudCX2Digital',
    addons: 'aiExperienceTokens',
    permissions: 'conversation:chat: conversation:email: conversation:message: routing:queue:join',
  }),
  hourlyAgent: role('Seasonal Agent', 'Agents who are billed by interacting hours', {
    base: 'cloudCX1',
    addons: 'userRecording',
    permissions: `conversation:call:accept routing:queue:join ${hourlyInteracting}`,
    custom: true,
    unused: 0.2,
  }),
  supervisor: role('Supervisor', 'Team leads of the contact center', {
    base: 'cloudCX3',
    addons: 'userRecording gcSTAupgrade',
    permissions: 'analytics: ui:supervisor: conversation:call:monitor routing:queue:view coaching:',
  }),
  qualityEvaluator: role('Quality Evaluator', 'People who evaluate interactions', {
    base: 'cloudCX2',
    addons: 'qualityManagement gcSTAupgrade',
    permissions:
      'quality: recording:recording: recording:annotation: conversation:transcript: speechAndTextAnalytics:',
  }),
  scheduler: role('Workforce Planner', 'Forecasts and schedules', {
    base: 'communicate',
    addons: 'wfm',
    permissions: 'wfm:',
  }),
  outboundManager: role('Outbound Manager', 'Campaigns and contact lists', {
    base: 'cloudCX1',
    addons: 'outboundDialing',
    permissions: 'outbound: scripter:',
    unused: 0.35,
  }),
  journeyAnalyst: role('Journey Analyst', 'Segments, outcomes and action maps', {
    base: 'cloudCX2',
    addons: 'predictiveEngagement',
    permissions: 'journey: engagement: webDeployments:view',
    custom: true,
    unused: 0.3,
  }),
  botBuilder: role('Bot Builder', undefined, {
    addons: 'aiExperienceTokens',
    permissions: 'bots: dialog: knowledge:',
    custom: true,
    unused: 0.3,
  }),
  developer: role('Developer', 'Integrations and OAuth clients', {
    base: 'cloudCX2',
    permissions: 'integrations: oauth: architect:',
    unused: 0.4,
  }),
  admin: role('Admin', 'Administrators of the organization', {
    base: 'cloudCX2',
    permissions:
      'authorization: directory: billing:subscription: audits: routing: telephony: oauth:client:view',
    unused: 0.15,
  }),
  billing: role('Billing Viewer', 'Usage and subscription', {
    base: 'cloudCX2',
    permissions: 'billing:subscription:',
    custom: true,
    unused: 0.5,
  }),
  trusted: role('Trusted External User', undefined, { permissions: 'chat:room:view' }),
} satisfies Record<string, RoleTemplate>;

export type RoleKey = keyof typeof roleTemplates;

function role(
  name: string,
  description: string | undefined,
  needs: { base?: string; addons?: string; permissions: string; custom?: boolean; unused?: number },
): RoleTemplate {
  return {
    name,
    permissions: permissionsUnder(...needs.permissions.split(' ')),
    default: needs.custom !== true,
    unused: needs.unused ?? 0.05,
    ...(description !== undefined && { description }),
    ...(needs.base !== undefined && { baseLicense: needs.base }),
    ...(needs.addons !== undefined && { addonLicenses: needs.addons.split(' ') }),
  };
}
