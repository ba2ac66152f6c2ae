import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Permission } from '@/api/neededPermissions';
import { useCheckPermissionsAgain } from '@/api/permissions';
import { NoticeAction } from '@/components/page/NoticeAction';
import { HowToGet } from './HowToGet';

interface PermissionNoticeProps {
  /** What is not possible, such as "You may not change license assignments". */
  title: string;
  anyOf: readonly Permission[];
}

/** Says what the one who is signed in may not do, before it is tried, and how to get the permission. */
export function PermissionNotice({ title, anyOf }: PermissionNoticeProps) {
  const { checkAgain, isChecking } = useCheckPermissionsAgain();
  return (
    <Alert
      severity="warning"
      action={
        <NoticeAction loading={isChecking} onClick={checkAgain}>
          <Trans>Check again</Trans>
        </NoticeAction>
      }
    >
      <AlertTitle>{title}</AlertTitle>
      <HowToGet permissions={anyOf} needed="any" />
    </Alert>
  );
}
