import type { Messages } from '@lingui/core';
import { formattingLocale, wantedLanguage } from './detectLanguage';
import { i18n } from './i18n';
import { directionOf, type Language } from './languages';

type Catalog = { messages: Messages };

/** Every language but that of the source is a file of its own, loaded when somebody wants it. */
const CATALOGS: Record<Exclude<Language, 'en'>, () => Promise<Catalog>> = {
  de: () => import('../locales/de/messages.po'),
  es: () => import('../locales/es/messages.po'),
  ja: () => import('../locales/ja/messages.po'),
};

export const loadMessages = async (language: Language): Promise<Messages> =>
  language === 'en' ? {} : (await CATALOGS[language]()).messages;

let latest: Language | undefined;

/** Shows the console in a language. Fails, and leaves everything as it is, when its catalog cannot be loaded. */
export async function showLanguage(language: Language): Promise<void> {
  latest = language;
  const messages = await loadMessages(language);
  // Somebody has chosen another one meanwhile.
  if (latest !== language) return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  i18n.loadAndActivate({ locale: language, locales: [formattingLocale(language)], messages });
}

/** Before anything is shown. Without its catalog the console is in English rather than not at all. */
export async function showWantedLanguage(hostLanguage?: string): Promise<void> {
  await showLanguage(wantedLanguage(hostLanguage)).catch(() => undefined);
}
