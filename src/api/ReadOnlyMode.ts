/** Whether changes are kept from being made, by whoever runs the console or by the one who is signed in. */
export type ReadOnly =
  | 'no'
  /** Chosen in this tab, and left again in the same place. */
  | 'chosen'
  /** Set in config.json: nobody who is signed in can leave it. */
  | 'configured';

/** Begins with the prefix by which a sign-out finds everything of the session. */
const STORAGE_KEY = 'license-console.read-only';

/** The read-only mode of one session. */
export class ReadOnlyMode {
  readonly #listeners = new Set<() => void>();
  #state: ReadOnly;

  constructor({ configured = false } = {}) {
    this.#state = configured ? 'configured' : recall();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ReadOnly => this.#state;

  /** Does nothing where the configuration has decided. */
  choose(readOnly: boolean): void {
    if (this.#state === 'configured') return;
    this.#state = readOnly ? 'chosen' : 'no';
    remember(readOnly);
    for (const listener of this.#listeners) listener();
  }
}

function recall(): ReadOnly {
  try {
    return sessionStorage.getItem(STORAGE_KEY) === null ? 'no' : 'chosen';
  } catch {
    return 'no';
  }
}

function remember(readOnly: boolean): void {
  try {
    if (readOnly) sessionStorage.setItem(STORAGE_KEY, 'true');
    else sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Where the tab keeps nothing the choice holds until the next reload.
  }
}
