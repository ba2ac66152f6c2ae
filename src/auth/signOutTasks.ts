type SignOutTask = () => void | Promise<void>;

const tasks = new Set<SignOutTask>();

/** How long one task may keep a person from leaving. */
const LONGEST_MS = 3000;

/**
 * Registers what must be forgotten when a session ends for good: caches, databases, drafts. Register where the module is
 * loaded with the frame, not with a page: a page that was not visited since the last reload would leave its traces behind.
 * Gives the function that takes the task back.
 */
export function onSignOut(task: SignOutTask): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** Runs all tasks. One that fails or hangs keeps neither the others nor the sign-out from going on. */
export async function runSignOutTasks(): Promise<void> {
  await Promise.allSettled([...tasks].map((task) => within(LONGEST_MS, task)));
}

/** Waits for work, but no longer than the time given. */
export async function within(milliseconds: number, work: () => unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([Promise.resolve().then(work), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
