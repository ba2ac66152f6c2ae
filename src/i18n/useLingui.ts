import { useSyncExternalStore } from 'react';
import { i18n } from './i18n';

/** What `useLingui` of '@lingui/react/macro' is compiled to. A new object for each language, so that it can be a dependency. */
let current = snapshot();

i18n.on('change', () => {
  current = snapshot();
});

function snapshot() {
  return { i18n, _: i18n._.bind(i18n) };
}

/**
 * The messages in the language of now; a component that asks for them is rendered again when the language changes. It
 * needs no provider around it: what is shown when all else fails speaks the language too, and so does a part in a test.
 */
export function useLingui() {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(onChange: () => void): () => void {
  return i18n.on('change', onChange);
}
