import { Page } from '@/components/page/Page';

export function JobPage() {
  return <Page title="Job" />;
}
