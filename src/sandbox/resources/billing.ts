import type { BillingUsage } from '@/api/schema';
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
  getBillingReportsBillableusage({ organization, query }) {
    const startDate = dateFrom(query, 'startDate');
    const endDate = dateFrom(query, 'endDate');
    if (endDate <= startDate) throw badRequest('endDate must be after startDate', 'endDate');
    const usages = new Map<string, BillingUsage>();
    for (const userId of organization.holderIds) {
      const user = organization.user(userId);
      // Who was not there in the period, or is nobody, is not billed.
      if (user?.lastLogin === undefined || user.lastLogin < startDate) continue;
      const date = isoDate(Math.min(user.lastLogin, endDate - 1));
      for (const license of organization.assignmentsOf(userId)) {
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
      id: organization.id,
      name: `Billable usage of ${organization.name}`,
      startDate: isoDate(startDate),
      endDate: isoDate(endDate),
      status: 'Complete',
      usages: [...usages.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      selfUri: '/api/v2/billing/reports/billableusage',
    };
  },
};

function dateFrom(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null) throw badRequest(`${name} is required`, name);
  const date = Date.parse(text);
  if (Number.isNaN(date)) throw badRequest(`${name} must be an ISO-8601 date and time`, name);
  return date;
}
