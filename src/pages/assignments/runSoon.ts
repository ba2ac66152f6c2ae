/** Long enough for what was asked for to be on the screen, also where drawing it takes a few frames. */
const SOON_MS = 150;

/**
 * Does something a little later, or as soon as the user turns to something else: whatever that leads to finds it done.
 * Returns how to call it off.
 */
export function runSoon(work: () => void, delay = SOON_MS): () => void {
  const timer = setTimeout(run, delay);
  const source = document.activeElement;

  function stop(): void {
    clearTimeout(timer);
    window.removeEventListener('pointerdown', run, true);
    window.removeEventListener('keydown', runIfLeaving, true);
    window.removeEventListener('focusout', run, true);
  }
  function run(): void {
    stop();
    work();
  }
  /** Typing goes on in one field; keys do other things elsewhere. */
  function runIfLeaving(event: KeyboardEvent): void {
    const isTyping = event.target === source && source instanceof HTMLInputElement;
    if (!isTyping || event.key === 'Enter') run();
  }
  window.addEventListener('pointerdown', run, true);
  window.addEventListener('keydown', runIfLeaving, true);
  window.addEventListener('focusout', run, true);
  return stop;
}
