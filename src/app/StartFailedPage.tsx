import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { describeError } from '@/components/page/describeError';
import { Page } from '@/components/page/Page';
import { ConfigError } from '@/config/config';
import { configFaultText } from './configFaultText';
import { theme } from './theme/theme';

/** In place of the console when it cannot start, most often because of its configuration file. */
export function StartFailedPage({ error }: { error: unknown }) {
  return (
    <ThemeProvider theme={theme} noSsr>
      <CssBaseline enableColorScheme />
      <Container component="main" maxWidth="md" sx={{ py: { xs: 3, sm: 8 } }}>
        {error instanceof ConfigError ? <ConfigInvalid error={error} /> : <Failed error={error} />}
      </Container>
    </ThemeProvider>
  );
}

function ConfigInvalid({ error }: { error: ConfigError }) {
  const { t } = useLingui();
  return (
    <Page
      title={t`The configuration file is not valid`}
      description={
        <Trans>
          The console reads <code>config.json</code> next to its start page. Whoever runs this
          console has to correct the file; then reload this page.
        </Trans>
      }
      actions={<Reload />}
    >
      <Alert severity="error">
        <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
          {error.problems.map(({ field, fault }) => {
            const text = configFaultText(fault);
            return (
              <li key={`${field} ${text}`}>
                {field && (
                  <>
                    <strong>{field}</strong>:{' '}
                  </>
                )}
                {text}
              </li>
            );
          })}
        </Box>
      </Alert>
    </Page>
  );
}

function Failed({ error }: { error: unknown }) {
  const { t } = useLingui();
  return (
    <Page title={t`The console could not start`} actions={<Reload />}>
      <Alert severity="error">
        <Typography variant="body2">{describeError(error).message}</Typography>
      </Alert>
    </Page>
  );
}

function Reload() {
  return (
    <Button variant="outlined" onClick={() => window.location.reload()}>
      <Trans>Reload</Trans>
    </Button>
  );
}
