/** The page of one user. */
export function userPath(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}

/** The batch form with one user filled in. */
export function assignPath(userId: string): string {
  return `/assign?user=${encodeURIComponent(userId)}`;
}
