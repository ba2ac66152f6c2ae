/**
 * Finds a Chromium for the tests and the benchmark. The order: CHROMIUM_PATH, Playwright's own, one that is
 * installed, the one inside the @sparticuz/chromium package. Each is really started before it is chosen: a path
 * that exists says little (a stub of a package manager, a missing library, another processor).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';

/** What `chromium.launch` needs to start the browser that was found. */
export interface Browser {
  /** For people: where the browser comes from. */
  name: string;
  /** Absent for the browser that Playwright installed: it knows the path itself. */
  executablePath?: string;
  args: string[];
  /** Chromium's own sandbox. Only root cannot have it. */
  chromiumSandbox: boolean;
  /** Set only where the browser needs libraries or fonts that the system does not have. */
  env?: Record<string, string>;
}

const PackageJson = z.object({ version: z.string() });
const projectRoot = join(import.meta.dirname, '..');

type Candidate = Pick<Browser, 'name' | 'executablePath' | 'env'>;

const installedPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    process.env['ProgramFiles'],
    process.env['ProgramFiles(x86)'],
    process.env['LOCALAPPDATA'],
  ]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

/** The first browser that starts. Rejects with one line that says what to install where none does. */
export async function findBrowser(): Promise<Browser> {
  for (const candidate of candidates()) {
    const browser = await tryToStart(candidate);
    if (browser) return browser;
    if (candidate.name === 'CHROMIUM_PATH') {
      console.warn(
        `CHROMIUM_PATH is ${candidate.executablePath}, which does not start: looking on.`,
      );
    }
  }
  throw new NoBrowserError(
    'No browser starts here: run "npx playwright install --with-deps chromium", or install Chromium or Chrome and set CHROMIUM_PATH to it.',
  );
}

function* candidates(): Generator<Candidate> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) yield { name: 'CHROMIUM_PATH', executablePath: chosen };
  yield { name: "Playwright's Chromium" };
  for (const path of installedPaths[process.platform] ?? []) {
    if (existsSync(path)) yield { name: path, executablePath: path };
  }
  if (process.platform === 'linux' && process.arch === 'x64') yield* packagedBrowser();
}

async function tryToStart(candidate: Candidate): Promise<Browser | undefined> {
  const isRoot = process.getuid?.() === 0;
  const browser: Browser = {
    ...candidate,
    args: isRoot ? ['--no-sandbox'] : [],
    chromiumSandbox: !isRoot,
  };
  try {
    const running = await chromium.launch({ ...launchOptions(browser), timeout: 20_000 });
    try {
      await (await running.newPage()).goto('data:text/html,ready');
    } finally {
      await running.close();
    }
    return browser;
  } catch {
    return undefined;
  }
}

/** The browser as `chromium.launch` and Playwright's `use.launchOptions` take it. */
export function launchOptions({ name: _name, env, ...options }: Browser) {
  return env ? { ...options, env: { ...definedEnvironment(), ...env } } : options;
}

/** The Chromium inside @sparticuz/chromium: first with what the system has, then with its own libraries and fonts. */
function* packagedBrowser(): Generator<Candidate> {
  const folder = unpackedBrowser();
  if (!folder) return;
  const executablePath = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  yield { name: '@sparticuz/chromium', executablePath, env: fonts };
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  yield {
    name: '@sparticuz/chromium with its own libraries',
    executablePath,
    env: { ...fonts, LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter) },
  };
}

/**
 * Unpacks the browser once a version, under .cache: the package itself unpacks into the shared temporary folder,
 * where two runs at the same moment, or two versions, would meet.
 */
function unpackedBrowser(): string | undefined {
  try {
    const packageFile = join(projectRoot, 'node_modules/@sparticuz/chromium/package.json');
    const { version } = PackageJson.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
    const cache = join(projectRoot, '.cache');
    const folder = join(cache, `chromium-${version}`);
    if (existsSync(folder)) return folder;

    mkdirSync(cache, { recursive: true });
    const unfinished = mkdtempSync(join(cache, 'chromium-unpacking-'));
    const unpack = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
    const { status } = spawnSync(process.execPath, ['--eval', unpack], {
      cwd: projectRoot,
      // This variable makes the package unpack its libraries too, as it does for Lambda.
      env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    });
    if (status === 0 && !existsSync(folder)) renameSync(unfinished, folder);
    rmSync(unfinished, { recursive: true, force: true });
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function definedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return Object.fromEntries(defined);
}
