import { Page } from '@/components/page/Page';

export function LicensePage() {
  return <Page title="License" />;
}
