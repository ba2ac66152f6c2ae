import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { LANGUAGES, SOURCE_LANGUAGE } from './src/i18n/languages';

export default defineConfig({
  sourceLocale: SOURCE_LANGUAGE,
  locales: LANGUAGES.map(({ language }) => language),
  catalogs: [{ path: '<rootDir>/src/locales/{locale}/messages', include: ['<rootDir>/src'] }],
  // Without line numbers, an edit changes the catalogs only where it changes a message.
  format: formatter({ lineNumbers: false }),
  runtimeConfigModule: {
    i18n: ['@/i18n/i18n', 'i18n'],
    useLingui: ['@/i18n/useLingui', 'useLingui'],
    Trans: ['@/i18n/Trans', 'Trans'],
  },
});
