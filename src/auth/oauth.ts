/** What is loaded only when somebody signs in or is signed in: oidc-client-ts, and what is built on it. */
export { forbiddenHosts } from './policy';
export { answerOpener, signInByPopup } from './popup';
export { explainFailure, MissingTokenError } from './signInFailure';
export { createUserManager } from './userManager';
