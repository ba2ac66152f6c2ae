const HOME = '/';
const LONGEST = 2000;
const INSIDE = 'https://inside.invalid';

/** Pages that lead to a session; to return to one of them would lead nowhere. */
const SIGN_IN_PAGES = new Set(['/login', '/callback']);

/**
 * The one gate for every address that comes back from a sign-in: gives a path inside the app (without the base path), or
 * `/` for anything else. Other origins, schemes, `//host` in all its spellings, and the sign-in pages themselves are refused.
 */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST || !value.startsWith('/')) return HOME;
  // Browsers read a backslash as a slash, and drop control characters from an address.
  if (value.includes('\\') || hasControlCharacters(value)) return HOME;
  if (!URL.canParse(value, INSIDE)) return HOME;

  const { origin, pathname, search, hash } = new URL(value, INSIDE);
  const path = decodeFully(pathname);
  if (origin !== INSIDE || path === undefined) return HOME;
  // Checked after normalization: "/.//host" becomes "//host".
  if (/^\/[/\\]/.test(path) || path.includes('\\') || hasControlCharacters(path)) return HOME;
  return isSignInPage(path) ? HOME : pathname + search + hash;
}

/** True for `/login` and `/callback`, in the spellings that the router takes for them. */
export function isSignInPage(path: string): boolean {
  return SIGN_IN_PAGES.has(path.toLowerCase().replace(/\/+$/, ''));
}

/** The path of the page in the browser's address bar, without the base path. */
export function currentPath(
  basePath: string,
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
): string {
  const path = pathname.startsWith(basePath) ? `/${pathname.slice(basePath.length)}` : HOME;
  return safeReturnTo(path + search + hash);
}

/** Undoes nested percent-encoding; undefined for an encoding that is broken. */
function decodeFully(path: string): string | undefined {
  try {
    let before = path;
    for (
      let after = decodeURIComponent(before);
      after !== before;
      after = decodeURIComponent(before)
    ) {
      before = after;
    }
    return before;
  } catch {
    return undefined;
  }
}

function hasControlCharacters(text: string): boolean {
  return Array.from(text).some((character) => character <= '\u001f' || character === '\u007f');
}
