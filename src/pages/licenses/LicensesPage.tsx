import { Page } from '@/components/page/Page';

export function LicensesPage() {
  return <Page title="Licenses" />;
}
