import { useState } from 'react';
import { showLanguage } from './chooseLanguage';
import { rememberLanguage } from './detectLanguage';
import { asLanguage, type Language, SOURCE_LANGUAGE } from './languages';
import { useLingui } from './useLingui';

/** The language of now. */
export function useLanguage(): Language {
  return asLanguage(useLingui().i18n.locale) ?? SOURCE_LANGUAGE;
}

/** The choice of a language, kept for the next time. `failed` says which one could not be loaded. */
export function useLanguageChoice() {
  const language = useLanguage();
  const [failed, setFailed] = useState<Language>();

  async function choose(wanted: Language) {
    setFailed(undefined);
    try {
      await showLanguage(wanted);
      rememberLanguage(wanted);
    } catch {
      setFailed(wanted);
    }
  }

  return { language, failed, choose };
}
