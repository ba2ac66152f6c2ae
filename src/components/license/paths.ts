/** The page of one license. Ids are the service's and may hold any character. */
export function licensePath(licenseId: string): string {
  return `/licenses/${encodeURIComponent(licenseId)}`;
}

/** The matrix, filtered to those who hold a license. */
export function holdersPath(licenseId: string): string {
  return `/assignments?holds=${encodeURIComponent(licenseId)}`;
}
