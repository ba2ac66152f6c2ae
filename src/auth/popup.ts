import { type SigninPopupArgs, type User, UserManager } from 'oidc-client-ts';
import { SignInFailure } from './failure';
import { callbackUrlOf } from './session';

/** What the library says when the browser did not open the window, and when the window is gone. */
const NO_WINDOW = /disposed window/;
const WINDOW_GONE = /^Popup closed/;

/**
 * Signs in by a window of its own, for a page in a frame: the service's sign-in page refuses to be framed. The answer
 * comes back to this page, which began and therefore completes the sign-in.
 */
export async function signInByPopup(manager: UserManager, args: SigninPopupArgs): Promise<User> {
  try {
    return await manager.signinPopup({ ...args, popupAbortOnClose: true });
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: '' };
    if (NO_WINDOW.test(message)) throw new SignInFailure({ kind: 'popup-blocked' });
    if (WINDOW_GONE.test(message)) throw new SignInFailure({ kind: 'popup-closed' });
    throw error;
  }
}

/** In the window: hands the answer to the page of the console that opened it, and to no other site's. */
export async function answerOpener(answer: string, appUrl: string): Promise<void> {
  const manager = new UserManager({
    authority: appUrl,
    // Of the settings only the window's are used: nothing is signed in here.
    client_id: 'none',
    redirect_uri: callbackUrlOf(appUrl),
    automaticSilentRenew: false,
  });
  await manager.signinPopupCallback(answer);
}
