import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';

export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        title="There is no page at this address"
        description="The link may be mistyped or out of date."
        action={
          <Button component={Link} to="/" variant="contained">
            Go to the overview
          </Button>
        }
      />
    </Page>
  );
}
