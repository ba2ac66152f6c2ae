import type { Localization } from '@mui/material/locale';
import type { Theme } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { directionOf, type Language } from '@/i18n/languages';
import { useLanguage } from '@/i18n/useLanguage';
import { createConsoleTheme, theme } from './theme';

/** What MUI's own components say: "Clear", "No options". English is what they say by themselves. */
const WORDS: Record<Exclude<Language, 'en'>, () => Promise<{ words: Localization }>> = {
  de: () => import('./words.de'),
  es: () => import('./words.es'),
  ja: () => import('./words.ja'),
};

/** The theme for the language of now. Until the words of MUI have come, or where they do not, they are those of before. */
export function useConsoleTheme(): Theme {
  const language = useLanguage();
  const [current, setCurrent] = useState(theme);

  useEffect(() => {
    let isWanted = true;
    async function load() {
      const wanted = await themeFor(language);
      if (isWanted) setCurrent(wanted);
    }
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [language]);

  return current;
}

async function themeFor(language: Language): Promise<Theme> {
  if (language === 'en') return theme;
  const { words } = await WORDS[language]();
  return createConsoleTheme(directionOf(language), words);
}
