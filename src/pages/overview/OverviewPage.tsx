import { Page } from '@/components/page/Page';

export function OverviewPage() {
  return <Page title="Overview" />;
}
