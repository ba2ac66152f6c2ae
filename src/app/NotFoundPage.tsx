import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Page not found`}>
      <EmptyState
        title={t`There is no page at this address`}
        description={t`The link may be mistyped or out of date.`}
        action={
          <Button component={Link} to="/" variant="contained">
            <Trans>Go to the overview</Trans>
          </Button>
        }
      />
    </Page>
  );
}
