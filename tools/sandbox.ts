import { help, readCommandLine } from '../src/sandbox/server/commandLine.ts';
import { startSandboxServer } from '../src/sandbox/server/index.ts';

const command = readCommandLine(process.argv.slice(2));

if ('help' in command) {
  console.log(help);
} else if ('problem' in command) {
  console.error(`${command.problem}\nRun with --help to see what there is.`);
  process.exitCode = 2;
} else {
  await run(command.options);
}

async function run(options: Parameters<typeof startSandboxServer>[0]): Promise<void> {
  try {
    const { url, sandbox } = await startSandboxServer(options);
    const { organization } = sandbox;
    const hosts = { api: url, login: url };
    console.log(`${organization.name} with ${organization.users.length} users: ${url}`);
    console.log('A config.json for the console:');
    console.log(JSON.stringify({ clientId: 'sandbox', grant: 'pkce', hosts }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
