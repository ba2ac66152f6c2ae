import { useLingui } from '@lingui/react/macro';
import { LICENSES_READ } from '@/api/neededPermissions';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { NeedsPermission } from '@/components/permission/NeedsPermission';
import type { useDefinitionGraph } from './useDefinitionGraph';

interface DefinitionsNoticeProps {
  /** The page's own: one that is asked for here would begin to read again as soon as the notice shows. */
  definitions: ReturnType<typeof useDefinitionGraph>;
}

/** Why there are no license definitions: nobody may see them, or they could not be read. Nothing where there are some. */
export function DefinitionsNotice({ definitions }: DefinitionsNoticeProps) {
  const { t } = useLingui();
  return (
    <NeedsPermission title={t`You may not see license definitions`} anyOf={LICENSES_READ}>
      <DefinitionsProblem definitions={definitions} />
    </NeedsPermission>
  );
}

/** Nothing where they were read, or still are. */
export function DefinitionsProblem({ definitions }: DefinitionsNoticeProps) {
  const { t } = useLingui();
  if (!definitions.isError) return null;
  return (
    <ErrorNotice
      title={t`The license definitions could not be read`}
      error={definitions.error}
      onRetry={() => void definitions.refetch()}
    />
  );
}
