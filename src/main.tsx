import { start } from './app/start';
import { isForOpener, takeCallbackUrl } from './auth/callback';
import { appBasePath } from './config/basePath';

/** How long the window of a sign-in waits for the page that opened it to take the answer and close it. */
const TAKEN_WITHIN_MS = 3000;

const basePath = appBasePath();
// Before anything else: a code or token in the address is not to be seen by anything that runs later.
const callbackUrl = takeCallbackUrl(basePath);
if (callbackUrl !== undefined && isForOpener(callbackUrl)) void handOver(callbackUrl);
else void start({ basePath, callbackUrl });

/** A window that was opened to sign in is done with its answer. Where nobody takes it, the console says so. */
async function handOver(answer: string): Promise<void> {
  const { answerOpener } = await import('./auth/oauth');
  await answerOpener(answer, window.location.origin + basePath);
  setTimeout(() => void start({ basePath, callbackUrl: answer }), TAKEN_WITHIN_MS);
}
