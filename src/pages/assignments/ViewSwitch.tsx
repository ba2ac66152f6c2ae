import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type MatrixView, matrixViewOf, withMatrixView } from './matrixView';

const VIEWS: readonly (readonly [view: MatrixView, label: MessageDescriptor])[] = [
  ['matrix', msg`Users`],
  ['combinations', msg`Combinations`],
];

/** Leads from one view to the other; both are of the same users. */
export const ViewSwitch = memo(function ViewSwitch() {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const current = matrixViewOf(params);
  return (
    <nav
      aria-label={t({
        message: 'View',
        comment: 'What is shown: users, or combinations of licenses',
      })}
    >
      {VIEWS.map(([view, label]) => (
        <Button
          key={view}
          component={Link}
          to={`?${withMatrixView(params, view)}`}
          size="small"
          variant={view === current ? 'outlined' : 'text'}
          aria-current={view === current ? 'page' : undefined}
        >
          {t(label)}
        </Button>
      ))}
    </nav>
  );
});
