import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { LANGUAGES } from '@/i18n/languages';
import { useLanguageChoice } from '@/i18n/useLanguage';

/** The languages of the console, each in its own words: whoever cannot read this page finds theirs. */
export function LanguageChoice() {
  const { t } = useLingui();
  const { language: chosen, failed, choose } = useLanguageChoice();
  return (
    <>
      <Box role="group" aria-label={t`Language`} sx={{ display: 'flex', flexWrap: 'wrap', mx: -1 }}>
        {LANGUAGES.map(({ language, name }) => (
          <ButtonBase
            key={language}
            lang={language}
            aria-pressed={language === chosen}
            onClick={() => void choose(language)}
            sx={{
              px: 1,
              py: 0.5,
              borderRadius: 1,
              typography: 'body2',
              color: 'text.secondary',
              '&[aria-pressed="true"]': { color: 'text.primary', fontWeight: 650 },
              '&:hover': { textDecoration: 'underline' },
            }}
          >
            {name}
          </ButtonBase>
        ))}
      </Box>
      {failed && (
        <Alert severity="error" sx={{ flexBasis: '100%' }}>
          <Trans>The language could not be loaded. Check your connection and try again.</Trans>
        </Alert>
      )}
    </>
  );
}
