import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Auth } from '@/auth/Auth';
import { currentPath, isSignInPage } from '@/auth/returnTo';
import { type Host, takeHost } from '@/config/host';
import { type LoadedConfig, loadConfig } from '@/config/loadConfig';
import { showWantedLanguage } from '@/i18n/chooseLanguage';
import { App } from './App';
import { createAppRouter } from './router';
import { isKept, provideStorage } from './storage/browserStorage';

interface StartOptions {
  basePath: string;
  /** What came back from the sign-in page, already taken out of the address bar. */
  callbackUrl: string | undefined;
}

/** Reads the configuration, takes up the session, and shows the console, or why it cannot be shown. */
export async function start({ basePath, callbackUrl }: StartOptions): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no element "root"');
  const root = createRoot(container);
  provideStorage();
  completeBasePath(basePath);
  const host = takeHost();
  const languageShown = showWantedLanguage(host.languageTag);
  try {
    const [loaded, auth] = await Promise.all([
      loadConfig(basePath),
      takeUpSession(createAuth(basePath, callbackUrl, host)),
    ]);
    await openDemoIfWanted(auth, loaded, basePath);
    sendStrangersToSignIn(auth, basePath);
    reloadWhenOutdated(auth);
    await languageShown;
    const router = createAppRouter(basePath);
    // In small steps: otherwise a phone does nothing else until the whole page is drawn.
    startTransition(() => root.render(<App config={loaded.config} auth={auth} router={router} />));
  } catch (error) {
    const { StartFailedPage } = await import('./StartFailedPage');
    await languageShown;
    root.render(<StartFailedPage error={error} />);
  }
}

/** Where there is none, the code of the sign-in page comes at the same time as the configuration. */
async function takeUpSession(auth: Auth): Promise<Auth> {
  await auth.restore();
  if (isSignedOut(auth)) {
    import('@/pages/login/LoginPage').catch(() => {
      // The router asks for it again, and says so when it does not come.
    });
  }
  return auth;
}

/** Some servers answer for the app's folder without its slash, which the router would not take for its own. */
function completeBasePath(basePath: string): void {
  const { pathname, search, hash } = window.location;
  if (`${pathname}/` === basePath) {
    window.history.replaceState(null, '', basePath + search + hash);
  }
}

function createAuth(basePath: string, callbackUrl: string | undefined, host: Host): Auth {
  return new Auth({
    appUrl: window.location.origin + basePath,
    host,
    storage: window.sessionStorage,
    isStorageKept: isKept('sessionStorage'),
    callbackUrl,
    leaveTo: (url) => window.location.assign(url),
    startDemoService: async (apiUrl) => {
      const { startDemoService } = await import('@/sandbox/browser');
      return startDemoService({ apiUrl, serviceWorkerUrl: `${basePath}mockServiceWorker.js` });
    },
  });
}

/** `?demo` in any address asks for the demo; where nobody configured the console, there is nothing else to show. */
async function openDemoIfWanted(
  auth: Auth,
  { config, found }: LoadedConfig,
  basePath: string,
): Promise<void> {
  const path = currentPath(basePath, window.location);
  const address = new URL(window.location.href);
  const asked = address.searchParams.has('demo');
  if (asked) {
    address.searchParams.delete('demo');
    window.history.replaceState(window.history.state, '', address);
  }
  const unconfigured = !found && !isSignInPage(path);
  if (config.demo && isSignedOut(auth) && (asked || unconfigured)) await auth.startDemo();
}

/**
 * Done before the router starts: it would load the code of the page that was asked for together with the sign-in page's.
 */
function sendStrangersToSignIn(auth: Auth, basePath: string): void {
  const { pathname } = window.location;
  if (!isSignedOut(auth) || isSignInPage(`/${pathname.slice(basePath.length)}`)) return;
  auth.memory.writeReturnTo(currentPath(basePath, window.location));
  window.history.replaceState(null, '', `${basePath}login`);
}

/** The browser may bring a page back as it was before a sign-in or sign-out. */
function reloadWhenOutdated(auth: Auth): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !auth.isCurrent()) window.location.reload();
  });
}

function isSignedOut(auth: Auth): boolean {
  return auth.getState().status === 'signed-out';
}
