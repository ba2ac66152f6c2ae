import { i18n } from '@/i18n/i18n';

/** Making a formatter takes longer than all else that a header needs: those of the language of now are kept. */
function kept(options: Intl.NumberFormatOptions): (value: number) => string {
  let locales: typeof i18n.locales;
  let formatter = new Intl.NumberFormat(undefined, options);
  return (value) => {
    const now = i18n.locales ?? i18n.locale;
    if (now !== locales) {
      locales = now;
      formatter = new Intl.NumberFormat(now, options);
    }
    return formatter.format(value);
  };
}

/** "123K" */
export const compactNumber = kept({ notation: 'compact' });

/** "12.5%" */
export const percentage = kept({ style: 'percent', maximumFractionDigits: 1 });
