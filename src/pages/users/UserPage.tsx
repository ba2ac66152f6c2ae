import { Page } from '@/components/page/Page';

export function UserPage() {
  return <Page title="User" />;
}
