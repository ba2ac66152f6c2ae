import { asLanguage, type Language, SOURCE_LANGUAGE } from './languages';

const STORAGE_KEY = 'license-console.language';

/**
 * What was chosen in this browser, else the first that the console speaks of the languages of the page that embeds it and
 * of the browser, else English.
 */
export function wantedLanguage(hostLanguage?: string): Language {
  const asked = hostLanguage ? [hostLanguage, ...navigator.languages] : navigator.languages;
  return recall() ?? firstSpoken(asked) ?? SOURCE_LANGUAGE;
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that keeps nothing is asked for its languages again.
  }
}

/** Dates and numbers as they are written where the person is: English of Ireland for who has that in the browser. */
export function formattingLocale(language: Language): string {
  const isWritten = (locale: string) => languageOf(locale) === language && isLocale(locale);
  return navigator.languages.find(isWritten) ?? language;
}

/** Some browsers hand on what the system says, such as "en-US@posix", and refuse to format by it. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function recall(): Language | undefined {
  try {
    return asLanguage(localStorage.getItem(STORAGE_KEY));
  } catch {
    return undefined;
  }
}

function firstSpoken(locales: readonly string[]): Language | undefined {
  for (const locale of locales) {
    const language = asLanguage(languageOf(locale));
    if (language) return language;
  }
  return undefined;
}

/** "de" of "de-AT". */
function languageOf(locale: string): string {
  return locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
