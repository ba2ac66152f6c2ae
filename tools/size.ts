/** `npm run size`: fails when more JavaScript than the budget is loaded before the login page shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoadFiles } from './firstLoad.ts';

const BUDGET_KB = 220;
const dist = join(import.meta.dirname, '..', 'dist');

const rows = firstLoadFiles(dist)
  .map((file) => ({ file, gzipKb: gzipSync(readFileSync(join(dist, file))).length / 1000 }))
  .toSorted((a, b) => b.gzipKb - a.gzipKb);
const total = rows.reduce((sum, { gzipKb }) => sum + gzipKb, 0);

console.log('JavaScript before the login page shows (gzip):');
for (const { file, gzipKb } of rows) console.log(`${gzipKb.toFixed(1).padStart(8)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(8)} kB  of ${BUDGET_KB} kB`);
if (total >= BUDGET_KB) {
  console.error(`Over the budget by ${(total - BUDGET_KB).toFixed(1)} kB.`);
  process.exitCode = 1;
}
