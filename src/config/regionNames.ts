import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { REGIONS } from './regions';

/** Where a region is, in the words of the vendor's region list. */
const PLACES: Readonly<Record<(typeof REGIONS)[number], MessageDescriptor>> = {
  'mypurecloud.com': msg`Americas (US East)`,
  'mypurecloud.ie': msg`Europe (Ireland)`,
  'mypurecloud.com.au': msg`Asia Pacific (Sydney)`,
  'mypurecloud.jp': msg`Asia Pacific (Tokyo)`,
  'mypurecloud.de': msg`Europe (Frankfurt)`,
  'usw2.pure.cloud': msg`Americas (US West)`,
  'cac1.pure.cloud': msg`Americas (Canada)`,
  'apne2.pure.cloud': msg`Asia Pacific (Seoul)`,
  'euw2.pure.cloud': msg`Europe (London)`,
  'aps1.pure.cloud': msg`Asia Pacific (Mumbai)`,
  'use2.us-gov-pure.cloud': msg`Americas (US East, FedRAMP)`,
  'sae1.pure.cloud': msg`Americas (São Paulo)`,
  'mec1.pure.cloud': msg`Middle East (UAE)`,
  'apne3.pure.cloud': msg`Asia Pacific (Osaka)`,
  'euc2.pure.cloud': msg`Europe (Zurich)`,
  'mxc1.pure.cloud': msg`Americas (Mexico)`,
  'apse1.pure.cloud': msg`Asia Pacific (Singapore)`,
  'edee1.eusc-pure.cloud': msg`Europe (Sovereign Cloud, Germany)`,
};

const placeByDomain = new Map<string, MessageDescriptor>(Object.entries(PLACES));

/** The place of a known region, or undefined for one that this console has not heard of. */
export function placeOfRegion(domain: string): string | undefined {
  const place = placeByDomain.get(domain);
  return place && t(place);
}
