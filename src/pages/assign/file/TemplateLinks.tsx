import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { downloadCsvTemplate, downloadXlsxTemplate } from '@/files/template';

interface TemplateLinksProps {
  /** For the examples in the template. */
  licenseIds: readonly string[];
}

export function TemplateLinks({ licenseIds }: TemplateLinksProps) {
  const [hasFailed, setFailed] = useState(false);

  function download(make: (licenseIds: readonly string[]) => Promise<void>) {
    setFailed(false);
    make(licenseIds).catch(() => setFailed(true));
  }

  return (
    <>
      <Typography
        variant="body2"
        component="div"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
      >
        <Link component="button" type="button" onClick={() => download(downloadCsvTemplate)}>
          <Trans>Download a template (CSV)</Trans>
        </Link>
        <Link component="button" type="button" onClick={() => download(downloadXlsxTemplate)}>
          <Trans>Download a template (XLSX)</Trans>
        </Link>
      </Typography>
      {hasFailed && (
        <Alert severity="error">
          <Trans>The template could not be made. Reload the page and try again.</Trans>
        </Alert>
      )}
    </>
  );
}
