import Button from '@mui/material/Button';
import { memo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type MatrixView, matrixViewOf, withMatrixView } from './matrixView';

const VIEWS: readonly (readonly [view: MatrixView, label: string])[] = [
  ['matrix', 'Users'],
  ['combinations', 'Combinations'],
];

/** Leads from one view to the other; both are of the same users. */
export const ViewSwitch = memo(function ViewSwitch() {
  const [params] = useSearchParams();
  const current = matrixViewOf(params);
  return (
    <nav aria-label="View">
      {VIEWS.map(([view, label]) => (
        <Button
          key={view}
          component={Link}
          to={`?${withMatrixView(params, view)}`}
          size="small"
          variant={view === current ? 'outlined' : 'text'}
          aria-current={view === current ? 'page' : undefined}
        >
          {label}
        </Button>
      ))}
    </nav>
  );
});
