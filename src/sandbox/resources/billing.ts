import type { BillingUsage } from '@/api/schema';
import { baseRank } from '../data/precedence';
import type { SandboxOrganization } from '../organization';
import type { Resource } from '../service/call';
import { badRequest } from '../service/errors';
import { isoDate } from './present';

/** Bills call some things otherwise than licenses do: by a description, or by a name that no license has. */
const billedNames: Readonly<Record<string, string>> = {
  hipaaAddOn: 'HIPAA compliance add-on',
  cloudCX4: 'Genesys Cloud CX 4',
};

/** Billed, but nobody's license, and not in whole numbers. */
const carrierMinutes = 'Carrier minutes';
const MINUTES_A_USER = 41.3;

export const billing: Resource<'getBillingReportsBillableusage'> = {
  getBillingReportsBillableusage({ organization, settings, query }) {
    const startDate = dateFrom(query, 'startDate');
    const endDate = dateFrom(query, 'endDate');
    if (endDate <= startDate) throw badRequest('endDate must be after startDate', 'endDate');
    const report = {
      id: organization.id,
      name: `Billable usage of ${organization.name}`,
      startDate: isoDate(startDate),
      endDate: isoDate(endDate),
      selfUri: '/api/v2/billing/reports/billableusage',
    };
    const period = `${startDate} ${endDate}`;
    if (timesAsked(organization, period) <= settings.billingReportWaits) {
      return { ...report, status: 'InProgress', usages: [] };
    }
    const usages = new Map<string, BillingUsage>();
    for (const userId of organization.holderIds) {
      const user = organization.user(userId);
      // Who was not there in the period, or is nobody, is not billed.
      if (user?.lastLogin === undefined || user.lastLogin < startDate) continue;
      const date = isoDate(Math.min(user.lastLogin, endDate - 1));
      for (const license of billed(organization.assignmentsOf(userId))) {
        let usage = usages.get(license);
        if (usage === undefined) {
          usage = { name: billedNames[license] ?? license, totalUsage: '0', resources: [] };
          usages.set(license, usage);
        }
        usage.resources.push({ name: user.profile.name ?? userId, date });
      }
    }
    for (const usage of usages.values()) usage.totalUsage = String(usage.resources.length);
    usages.set(carrierMinutes, {
      name: carrierMinutes,
      totalUsage: (organization.users.length * MINUTES_A_USER).toFixed(1),
      resources: [],
    });
    return {
      ...report,
      status: 'Complete',
      usages: [...usages.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  },
};

const asked = new WeakMap<SandboxOrganization, Map<string, number>>();

/** How often the report of a period was asked for, this time included. */
function timesAsked(organization: SandboxOrganization, period: string): number {
  const times = asked.get(organization) ?? new Map<string, number>();
  asked.set(organization, times);
  times.set(period, (times.get(period) ?? 0) + 1);
  return times.get(period) ?? 0;
}

/** A user is billed for the highest of their base licenses, and for each add-on. */
function billed(held: readonly string[]): string[] {
  const highest = Math.max(...held.map(baseRank));
  return held.filter((license) => baseRank(license) < 0 || baseRank(license) === highest);
}

function dateFrom(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null) throw badRequest(`${name} is required`, name);
  const date = Date.parse(text);
  if (Number.isNaN(date)) throw badRequest(`${name} must be an ISO-8601 date and time`, name);
  return date;
}
