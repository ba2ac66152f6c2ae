import type { REGIONS } from './regions';

/** Where a region is, in the words of the vendor's region list. */
const PLACES: Readonly<Record<(typeof REGIONS)[number], string>> = {
  'mypurecloud.com': 'Americas (US East)',
  'mypurecloud.ie': 'Europe (Ireland)',
  'mypurecloud.com.au': 'Asia Pacific (Sydney)',
  'mypurecloud.jp': 'Asia Pacific (Tokyo)',
  'mypurecloud.de': 'Europe (Frankfurt)',
  'usw2.pure.cloud': 'Americas (US West)',
  'cac1.pure.cloud': 'Americas (Canada)',
  'apne2.pure.cloud': 'Asia Pacific (Seoul)',
  'euw2.pure.cloud': 'Europe (London)',
  'aps1.pure.cloud': 'Asia Pacific (Mumbai)',
  'use2.us-gov-pure.cloud': 'Americas (US East, FedRAMP)',
  'sae1.pure.cloud': 'Americas (São Paulo)',
  'mec1.pure.cloud': 'Middle East (UAE)',
  'apne3.pure.cloud': 'Asia Pacific (Osaka)',
  'euc2.pure.cloud': 'Europe (Zurich)',
  'mxc1.pure.cloud': 'Americas (Mexico)',
  'apse1.pure.cloud': 'Asia Pacific (Singapore)',
  'edee1.eusc-pure.cloud': 'Europe (Sovereign Cloud, Germany)',
};

const placeByDomain = new Map<string, string>(Object.entries(PLACES));

/** The place of a known region, or undefined for one that this console has not heard of. */
export function placeOfRegion(domain: string): string | undefined {
  return placeByDomain.get(domain);
}
