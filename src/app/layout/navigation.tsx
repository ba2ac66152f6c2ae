import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import AssignmentsIcon from '@mui/icons-material/GridOnOutlined';
import JobsIcon from '@mui/icons-material/HistoryOutlined';
import BatchAssignIcon from '@mui/icons-material/PlaylistAddCheckOutlined';
import OverviewIcon from '@mui/icons-material/SpaceDashboardOutlined';
import LicensesIcon from '@mui/icons-material/VerifiedOutlined';
import type { ComponentType } from 'react';

interface NavigationItem {
  to: string;
  label: string;
  Icon: ComponentType;
}

export const navigationItems: readonly NavigationItem[] = [
  { to: '/', label: 'Overview', Icon: OverviewIcon },
  { to: '/licenses', label: 'Licenses', Icon: LicensesIcon },
  { to: '/assignments', label: 'Assignments', Icon: AssignmentsIcon },
  { to: '/assign', label: 'Batch assign', Icon: BatchAssignIcon },
  { to: '/jobs', label: 'Jobs', Icon: JobsIcon },
  { to: '/audit', label: 'Audit', Icon: AuditIcon },
];
