/** Begins every key of the console's in sessionStorage, so that a sign-out can find them all. */
export const STORAGE_PREFIX = 'license-console.';

/** Where oidc-client-ts keeps its state and its user. */
export const OIDC_PREFIX = `${STORAGE_PREFIX}oidc.`;
