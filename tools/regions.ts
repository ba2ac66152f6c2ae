/**
 * Writes src/config/regions.ts from the regions that the contract's server address lists.
 * With --check it writes nothing and fails when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const CONTRACT = new URL('../contract/genesys-cloud-license.openapi.json', import.meta.url);
const TARGET = new URL('../src/config/regions.ts', import.meta.url);

const contractSchema = z.object({
  servers: z.tuple([
    z.object({
      variables: z.object({
        region: z.object({ default: z.string(), enum: z.array(z.string()).nonempty() }),
      }),
    }),
  ]),
});

function generate(): string {
  const contract = contractSchema.parse(JSON.parse(readFileSync(CONTRACT, 'utf8')));
  const { region } = contract.servers[0].variables;
  return [
    '// Generated from the contract by tools/regions.ts. Do not edit.',
    '',
    '/** The domain of every region that the contract knows. */',
    'export const REGIONS = [',
    ...region.enum.map((domain) => `  '${domain}',`),
    '] as const;',
    '',
    `export const DEFAULT_REGION = '${region.default}';`,
    '',
  ].join('\n');
}

const wanted = generate();
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== wanted) {
    console.error(`${fileURLToPath(TARGET)} is stale: run "npx tsx tools/regions.ts"`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(TARGET, wanted);
}
