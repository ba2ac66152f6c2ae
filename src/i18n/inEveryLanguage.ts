import { type MessageDescriptor, setupI18n } from '@lingui/core';
import { loadMessages } from './chooseLanguage';
import { LANGUAGES } from './languages';

/**
 * What somebody may have written in a file, whatever language they had then: messages as each language says them.
 * Without those whose catalog cannot be loaded.
 */
export async function inEveryLanguage(messages: readonly MessageDescriptor[]): Promise<string[]> {
  const spoken = await Promise.all(
    LANGUAGES.map(async ({ language }) => {
      const catalog = await loadMessages(language).catch(() => undefined);
      if (!catalog) return [];
      const words = setupI18n({ locale: language, messages: { [language]: catalog } });
      return messages.map((message) => words._(message));
    }),
  );
  return [...new Set(spoken.flat())];
}
