// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { placeOfRegion } from '@/config/regionNames';
import { DEFAULT_REGION, REGIONS } from '@/config/regions';
import contract from '../../../contract/genesys-cloud-license.openapi.json';

describe('the regions', () => {
  const inContract = contract.servers.flatMap(({ variables }) => variables.region.enum);

  it('are those of the contract', () => {
    expect([...REGIONS]).toEqual(inContract);
    expect(REGIONS).toContain(DEFAULT_REGION);
  });

  it('each have a place', () => {
    for (const region of REGIONS) expect(placeOfRegion(region)).toMatch(/^[A-Z].+\(.+\)$/);
  });

  it('have no place when they are unknown', () => {
    expect(placeOfRegion('new1.pure.cloud')).toBeUndefined();
    expect(placeOfRegion('constructor')).toBeUndefined();
  });
});
