const STORAGE_KEY = 'license-console.tour';
const SEEN = 'seen';
/** Where nothing may be kept, the tour is not shown again until the page is left. */
let seen = false;

export function wasTourSeen(): boolean {
  if (seen) return true;
  try {
    return localStorage.getItem(STORAGE_KEY) === SEEN;
  } catch {
    return false;
  }
}

export function rememberTour(): void {
  seen = true;
  try {
    localStorage.setItem(STORAGE_KEY, SEEN);
  } catch {
    // Kept in memory.
  }
}
