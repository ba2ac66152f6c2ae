import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Tool } from '../tools/ToolsProvider';
import { GO_KEY, HELP_KEY, isLetterKey, isPaletteKey, PAGE_KEYS, takesLetters } from './keys';
import { areLetterKeysOn } from './letterKeys';

/** How long after `GO_KEY` the letter of a page may follow. */
const PAUSE_MS = 2_000;

/** The shortcuts that hold on every page. What has the focus comes first: a key that it has used is not heard here. */
export function useShortcutKeys(show: (tool: Tool) => void): void {
  const navigate = useNavigate();

  useEffect(() => {
    let goneAt = Number.NEGATIVE_INFINITY;

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
      if (isPaletteKey(event)) {
        event.preventDefault();
        show('palette');
        return;
      }
      if (!isLetterKey(event) || takesLetters(event.target) || !areLetterKeysOn()) return;
      onLetter(event);
    }

    function onLetter(event: KeyboardEvent): void {
      const page = PAGE_KEYS[event.key];
      const isAfterGo = event.timeStamp - goneAt < PAUSE_MS;
      goneAt = event.key === GO_KEY ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === HELP_KEY) {
        event.preventDefault();
        show('shortcuts');
      } else if (isAfterGo && page !== undefined) {
        event.preventDefault();
        void navigate(page);
      }
    }

    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate, show]);
}

/** A dialog is to be answered before anything else is begun. */
function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal=true]') !== null;
}
