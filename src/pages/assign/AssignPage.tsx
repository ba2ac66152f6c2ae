import { Page } from '@/components/page/Page';

export function AssignPage() {
  return <Page title="Batch assign" />;
}
