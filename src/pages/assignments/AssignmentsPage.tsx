import { Page } from '@/components/page/Page';

export function AssignmentsPage() {
  return <Page title="Assignments" />;
}
