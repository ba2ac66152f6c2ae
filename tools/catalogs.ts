/** `npm run messages:check`: fails when a message of the source is not in every language, translated. */
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { catalogProblems } from './catalogProblems.ts';

const config = getConfig();
let problemCount = 0;

for (const catalog of await getCatalogs(config)) {
  const wanted = await catalog.collect();
  if (!wanted) throw new Error('The messages of the source could not be read');
  for (const locale of config.locales) {
    const problems = catalogProblems(wanted, (await catalog.read(locale)) ?? {});
    for (const problem of problems) console.error(`${catalog.getFilename(locale)}: ${problem}`);
    problemCount += problems.length;
  }
}

if (problemCount > 0) {
  console.error('`npm run messages` brings new messages into the catalogs and takes old ones out.');
  process.exitCode = 1;
}
