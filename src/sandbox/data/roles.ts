import { permissionsUnder } from './permissions';

/** A role of the sandbox organization, before it has an id. */
export interface RoleTemplate {
  name: string;
  description?: string;
  baseLicense?: string;
  addonLicenses?: readonly string[];
  permissions: readonly string[];
  default: boolean;
}

/** A custom role is one that the administrators of the organization made; the others come with the service. */
export const roleTemplates = {
  employee: role('employee', 'Everyone who works here', {
    base: 'collaborate',
    permissions: 'chat:room:view directory:user:view collaborate: user:settings:',
  }),
  communicateUser: role('Communicate - User', 'People with a telephone', {
    base: 'communicate',
    permissions: 'conversation:call:view conversation:call:add voicemail:voicemail: fax:',
  }),
  voiceAgent: role('Agent', 'People who take calls from queues', {
    base: 'cloudCX1',
    permissions: 'conversation:call:accept conversation:callback: routing:queue:join dashboard:',
  }),
  omnichannelAgent: role('Omnichannel Agent', 'Calls, messages and e-mail from queues', {
    base: 'cloudCX2',
    permissions:
      'conversation:call:accept conversation:chat: conversation:email: conversation:message: routing:queue:join quality:evaluation:view',
  }),
  digitalAgent: role('Digital Agent', 'Messages and e-mail, no voice', {
    base: 'cloudCX2Digital',
    permissions: 'conversation:chat: conversation:email: conversation:message: routing:queue:join',
  }),
  hourlyAgent: role('Seasonal Agent', 'Agents who are paid by interacting hours', {
    base: 'hourlyCX1',
    permissions: 'conversation:call:accept routing:queue:join',
    custom: true,
  }),
  supervisor: role('Supervisor', 'Team leads of the contact center', {
    base: 'cloudCX3',
    addons: 'supervisorView',
    permissions: 'analytics: ui:supervisor: conversation:call:monitor routing:queue:view coaching:',
  }),
  qualityEvaluator: role('Quality Evaluator', 'People who evaluate interactions', {
    base: 'cloudCX2',
    addons: 'qualityManagement',
    permissions: 'quality: recording:recording: recording:annotation: conversation:transcript:',
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
  }),
  journeyAnalyst: role('Journey Analyst', 'Segments, outcomes and action maps', {
    base: 'cloudCX2',
    addons: 'predictiveEngagement',
    permissions: 'journey: engagement: webDeployments:view',
    custom: true,
  }),
  botBuilder: role('Bot Builder', undefined, {
    addons: 'aiExperienceTokens',
    permissions: 'bots: dialog: knowledge:',
    custom: true,
  }),
  developer: role('Developer', 'Integrations and OAuth clients', {
    addons: 'platformAdmin',
    permissions: 'integrations: oauth: architect:',
  }),
  admin: role('Admin', 'Administrators of the organization', {
    base: 'communicate',
    addons: 'platformAdmin',
    permissions: 'authorization: directory: billing: audits: routing: telephony: oauth:client:view',
  }),
  billing: role('Billing Viewer', 'Usage and subscription', {
    addons: 'billingViewer',
    permissions: 'billing:',
    custom: true,
  }),
  trusted: role('Trusted External User', undefined, { permissions: 'chat:room:view' }),
} satisfies Record<string, RoleTemplate>;

export type RoleKey = keyof typeof roleTemplates;

function role(
  name: string,
  description: string | undefined,
  needs: { base?: string; addons?: string; permissions: string; custom?: boolean },
): RoleTemplate {
  return {
    name,
    permissions: permissionsUnder(...needs.permissions.split(' ')),
    default: needs.custom !== true,
    ...(description !== undefined && { description }),
    ...(needs.base !== undefined && { baseLicense: needs.base }),
    ...(needs.addons !== undefined && { addonLicenses: needs.addons.split(' ') }),
  };
}
