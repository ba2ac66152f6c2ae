import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { navigationItems } from '../layout/navigation';
import type { Entry } from './entries';

const AUDIT_TABS = [
  { tab: 'findings', label: msg`Findings` },
  { tab: 'snapshots', label: msg`Snapshots` },
  { tab: 'permissions', label: msg`Permissions` },
  { tab: 'cost', label: msg`Cost` },
  { tab: 'charts', label: msg`Charts` },
] as const;

/** The pages, and what the audit has under its tabs. */
export function usePlaces(): Entry[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const place = (group: 'pages' | 'audit', path: string, label: string): Entry => ({
    id: `${group}:${path}`,
    group,
    label,
    run: () => void navigate(path),
  });
  return [
    ...navigationItems.map(({ to, label }) => place('pages', to, t(label))),
    ...AUDIT_TABS.map(({ tab, label }) => place('audit', `/audit?tab=${tab}`, t(label))),
    place('audit', '/audit/report', t`Report of the audit, to print`),
  ];
}
