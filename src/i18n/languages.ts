/** The languages of the console, each under its own name. A new one begins here: see README.md. */
export const LANGUAGES = [
  { language: 'en', name: 'English', direction: 'ltr' },
  { language: 'de', name: 'Deutsch', direction: 'ltr' },
  { language: 'es', name: 'Español', direction: 'ltr' },
  { language: 'ja', name: '日本語', direction: 'ltr' },
] as const satisfies readonly { language: string; name: string; direction: 'ltr' | 'rtl' }[];

export type Language = (typeof LANGUAGES)[number]['language'];

/** The language of the messages in the source. */
export const SOURCE_LANGUAGE = 'en' satisfies Language;

export function asLanguage(text: string | null): Language | undefined {
  return LANGUAGES.find(({ language }) => language === text)?.language;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return LANGUAGES.find((entry) => entry.language === language)?.direction ?? 'ltr';
}
