import {
  type AppConfig,
  ConfigError,
  type ConfigFault,
  defaultConfig,
  validateConfig,
} from './config';

export interface LoadedConfig {
  config: AppConfig;
  /** False when the server has no config.json: then nobody configured this console, and it shows the demo. */
  found: boolean;
}

const GONE = new Set([404, 410]);

/** Reads config.json next to index.html; throws a {@link ConfigError} when it is there and cannot be used. */
export async function loadConfig(basePath: string): Promise<LoadedConfig> {
  const response = await request(`${basePath}config.json`);
  if (GONE.has(response.status)) return notFound();
  if (!response.ok) {
    throw whole({ kind: 'unread', status: response.status });
  }
  const text = (await response.text()).replace(/^\uFEFF/, '');
  if (isPage(response, text)) return notFound();
  return { config: validateConfig(await parseJson(text)), found: true };
}

async function request(address: string): Promise<Response> {
  try {
    // Always ask the server: a changed configuration must not wait for a cache to grow old.
    return await fetch(address, { cache: 'no-cache', headers: { Accept: 'application/json' } });
  } catch {
    throw whole({ kind: 'unread' });
  }
}

/** A server set up for single-page apps answers index.html for a file that it does not have. */
function isPage(response: Response, text: string): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return /^\s*text\/html\b/i.test(type) || /^\s*<(!doctype|html)\b/i.test(text);
}

async function parseJson(text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    const { findJsonFault } = await import('./jsonSyntax');
    throw whole({ kind: 'noJson', place: findJsonFault(text) });
  }
}

function notFound(): LoadedConfig {
  return { config: defaultConfig(), found: false };
}

function whole(fault: ConfigFault): ConfigError {
  return new ConfigError([{ field: '', fault }]);
}
