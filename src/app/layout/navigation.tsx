import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import AssignmentsIcon from '@mui/icons-material/GridOnOutlined';
import JobsIcon from '@mui/icons-material/HistoryOutlined';
import BatchAssignIcon from '@mui/icons-material/PlaylistAddCheckOutlined';
import OverviewIcon from '@mui/icons-material/SpaceDashboardOutlined';
import LicensesIcon from '@mui/icons-material/VerifiedOutlined';
import type { ComponentType } from 'react';

interface NavigationItem {
  to: string;
  label: MessageDescriptor;
  Icon: ComponentType;
}

export const navigationItems: readonly NavigationItem[] = [
  { to: '/', label: msg`Overview`, Icon: OverviewIcon },
  { to: '/licenses', label: msg`Licenses`, Icon: LicensesIcon },
  { to: '/assignments', label: msg`Assignments`, Icon: AssignmentsIcon },
  { to: '/assign', label: msg`Batch assign`, Icon: BatchAssignIcon },
  { to: '/jobs', label: msg`Jobs`, Icon: JobsIcon },
  { to: '/audit', label: msg`Audit`, Icon: AuditIcon },
];
