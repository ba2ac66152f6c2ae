import { Page } from '@/components/page/Page';

export function JobsPage() {
  return <Page title="Jobs" />;
}
