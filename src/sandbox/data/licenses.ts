import type { LicenseDefinition } from '@/api/schema';
import { permissionsUnder } from './permissions';

interface License {
  description?: string;
  /** Prefixes of the permissions that this license adds to those of what it comprises. */
  permissions?: string;
  prerequisites?: string;
  comprises?: string;
}

/** The licenses of the sandbox organization. A license may name only those above it. */
const licenses: Record<string, License> = {
  collaboratePro: {
    description: 'Genesys Cloud Collaborate: directory, chat, documents and video for everyone',
    permissions: 'chat:room: collaborate: directory:group:view directory:user:view user:settings:',
  },
  communicate: {
    description: 'Genesys Cloud Communicate: business telephony, voicemail and fax',
    permissions: 'conversation:call:view conversation:call:add fax: presence: voicemail:voicemail:',
    comprises: 'collaboratePro',
  },
  cloudCX1: {
    description: 'Genesys Cloud CX 1: voice contact center',
    permissions:
      'conversation:call:accept conversation:call:transfer conversation:callback: conversation:participant: routing:queue:join routing:queue:view dashboard:agent: recording:recording:view voicemail:acdVoicemail: scripter:script:view',
    comprises: 'communicate',
  },
  cloudCX2: {
    description: 'Genesys Cloud CX 2: voice and digital contact center with quality management',
    permissions:
      'conversation:chat: conversation:email: conversation:message: conversation:webmessaging: responses:response:view quality:evaluation:view externalContacts:contact:view analytics: alerting: ui:supervisor: architect: routing: integrations: telephony: authorization: directory: oauth: audits: billing:subscription: messaging: recording:retentionPolicy: scripter:',
    comprises: 'cloudCX1',
  },
  cloudCX3: {
    description: 'Genesys Cloud CX 3: voice, digital and workforce engagement management',
    permissions:
      'wfm:agentSchedule: wfm:timeOffRequest:view wfm:shiftTradeRequest: gamification:profile: speechAndTextAnalytics:data: coaching:appointment:view learning:assignment:view',
    comprises: 'cloudCX2',
  },
  cloudCX4: {
    description: 'Genesys Cloud CX 4: CX 3 with AI experience and journey management',
    permissions: 'assistants:copilot:view journey:view: conversation:summary: knowledge:search:',
    comprises: 'cloudCX3',
  },
  cloudCX2Digital: {
    description: 'Genesys Cloud CX 2 Digital: digital channels without voice',
    permissions:
      'conversation:chat: conversation:email: conversation:message: conversation:webmessaging: responses:response:view routing:queue:join routing:queue:view',
    comprises: 'collaboratePro',
  },
  cloudCX3Digital: {
    description: 'Genesys Cloud CX 3 Digital: digital channels and workforce engagement',
    permissions: 'wfm:agentSchedule: wfm:timeOffRequest:view gamification:profile:',
    comprises: 'cloudCX2Digital',
  },
  digitalAddOn: {
    description: 'Digital add-on: email, chat and messaging for CX 1',
    permissions: 'conversation:email: conversation:message: conversation:webmessaging:',
    prerequisites: 'cloudCX1',
  },
  gc1WEMupgrade: {
    description: 'Genesys Cloud CX 1 WEM upgrade: workforce engagement management for CX 1',
    permissions:
      'wfm:agentSchedule: quality:evaluation:view recording:screenRecording:view speechAndTextAnalytics:data:',
    prerequisites: 'cloudCX1',
  },
  gc2WEMupgrade: {
    description: 'Genesys Cloud CX 2 WEM upgrade: workforce engagement management for CX 2',
    permissions: 'wfm:agentSchedule: gamification:profile: speechAndTextAnalytics:data:',
    prerequisites: 'cloudCX2',
  },
  wfm: {
    description: 'Workforce management: forecasting, scheduling and adherence',
    permissions: 'wfm:',
    prerequisites: 'communicate',
  },
  qualityManagement: {
    description: 'Quality management: evaluations, calibrations and surveys',
    permissions: 'quality: coaching: recording:annotation:',
    prerequisites: 'communicate',
  },
  userRecording: {
    description: 'User recording: record the calls of people outside of queues',
    permissions:
      'conversation:call:record recording:recording:download recording:recordingSegment:',
    prerequisites: 'communicate',
  },
  screenRecording: {
    description: 'Screen recording during interactions',
    permissions: 'recording:screenRecording:',
    prerequisites: 'cloudCX1 userRecording',
  },
  gcSTAupgrade: {
    description: 'Speech and text analytics upgrade: topics, programs and sentiment',
    permissions:
      'speechAndTextAnalytics: sentiment: conversation:transcript: billing:user:staUpgrade',
    prerequisites: 'cloudCX1',
  },
  agentAssist: {
    description: 'Agent Assist: knowledge articles during an interaction',
    permissions: 'assistants:assistant:view knowledge:search: knowledge:document:view',
    prerequisites: 'cloudCX1',
  },
  agentCopilot: {
    description: 'Agent Copilot: summaries, wrap-up codes and next steps by AI',
    permissions: 'assistants:copilot: conversation:summary:',
    prerequisites: 'cloudCX2 agentAssist',
  },
  supervisorCopilot: {
    description: 'Supervisor Copilot: insights from all conversations of a team',
    permissions: 'assistants: analytics:speechAndTextAnalyticsAggregates: conversation:summary:',
    prerequisites: 'cloudCX3 agentAssist',
  },
  aiExperienceTokens: {
    description: 'AI Experience tokens, drawn by bots, copilots and translation',
    permissions: 'bots: dialog:flow: knowledge:',
  },
  predictiveEngagement: {
    description: 'Predictive Engagement: segments, outcomes and action maps on the web',
    permissions: 'journey: engagement: webDeployments:',
    prerequisites: 'cloudCX2',
  },
  outboundDialing: {
    description: 'Outbound campaigns, contact lists and do-not-call lists',
    permissions: 'outbound:',
    prerequisites: 'cloudCX1',
  },
  gamification: {
    description: 'Gamification and employee performance',
    permissions: 'gamification: employeePerformance: learning:',
    prerequisites: 'wfm',
  },
  cobrowse: {
    description: 'Co-browse and screen share with customers',
    permissions: 'conversation:cobrowse: conversation:screenshare:',
    prerequisites: 'cloudCX1',
  },
  socialListening: {
    description: 'Social listening and public social messages',
    permissions: 'social: socialmedia: messaging:integration:view',
    prerequisites: 'cloudCX2',
  },
  videoEngagement: { permissions: 'conversation:video:', prerequisites: 'cloudCX1' },
  journeyManagement: {
    description: 'Journey management: how customers go through a series of interactions',
    permissions: 'journey:view:',
  },
  hipaaAddOn: { description: 'HIPAA compliance add-on' },
  edgeAppliance: {},
};

/** The id of a license that people still hold although the organization no longer has its definition. */
export const retiredLicenseId = 'legacyDialerPro';

/** The definitions, prerequisites and comprised licenses in full, addresses relative to the service. */
export const licenseDefinitions: ReadonlyMap<string, LicenseDefinition> = defineAll();

function defineAll(): Map<string, LicenseDefinition> {
  const defined = new Map<string, LicenseDefinition>();
  for (const [id, license] of Object.entries(licenses)) {
    const definition: LicenseDefinition = { id };
    if (license.description !== undefined) definition.description = license.description;
    if (license.permissions !== undefined) {
      definition.permissions = { ids: permissionsUnder(...license.permissions.split(' ')) };
    }
    if (license.prerequisites !== undefined) {
      definition.prerequisites = license.prerequisites
        .split(' ')
        .map((prerequisite) => ({ id: prerequisite, selfUri: definitionPath(prerequisite) }));
    }
    if (license.comprises !== undefined) {
      definition.comprises = license.comprises.split(' ').map((part) => known(defined, part));
    }
    defined.set(id, definition);
  }
  return defined;
}

export function definitionPath(licenseId: string): string {
  return `/api/v2/license/definitions/${encodeURIComponent(licenseId)}`;
}

/** A license together with all that it comprises, at any depth. */
export function withComprised(licenseId: string): Set<string> {
  const found = new Set<string>([licenseId]);
  const visit = (definition: LicenseDefinition | undefined): void => {
    for (const part of definition?.comprises ?? []) {
      if (part.id !== undefined) found.add(part.id);
      visit(part);
    }
  };
  visit(licenseDefinitions.get(licenseId));
  return found;
}

function known(defined: Map<string, LicenseDefinition>, id: string): LicenseDefinition {
  const definition = defined.get(id);
  if (definition === undefined) throw new Error(`License ${id} is used before it is defined`);
  return definition;
}
