/**
 * The path that the app is served under, with a slash at both ends: `/` or `/tools/licenses/`.
 *
 * Nothing is built in and the page's own address does not tell (`/a/b/c` may be a page of an app under `/a/`). What does
 * tell is where the running script came from: every chunk of the build lies in `{base}assets/`.
 */
export function appBasePath(): string {
  if (!import.meta.env.PROD) return import.meta.env.BASE_URL;
  // In two steps, so that the bundler does not take this for the address of an asset.
  const chunk = import.meta.url;
  return new URL('../', chunk).pathname;
}
