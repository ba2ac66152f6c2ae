import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { memo, useId } from 'react';
import { Link } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { useLanguage } from '@/i18n/useLanguage';
import { useSelection, useSelectionStore } from '@/organization/OrganizationProvider';

/** How many users are selected, and what can be done with them. */
export const SelectionActions = memo(function SelectionActions() {
  useLanguage();
  const { count } = useSelection();
  const selection = useSelectionStore();
  const countId = useId();
  const mayOffer = useReadOnly() === 'no';
  return (
    <>
      <Typography role="status" variant="body2" id={countId}>
        {countText(count)}
      </Typography>
      {count > 0 ? (
        <>
          <Button onClick={() => selection.clear()}>{t`Clear selection`}</Button>
          {mayOffer && (
            <Button variant="contained" component={Link} to="/assign">
              {t`Assign licenses`}
            </Button>
          )}
        </>
      ) : (
        mayOffer && (
          <Button variant="contained" disabled aria-describedby={countId}>
            {t`Assign licenses`}
          </Button>
        )
      )}
    </>
  );
});

function countText(count: number): string {
  if (count === 0) return t`No users selected`;
  return plural(count, { one: '# user selected', other: '# users selected' });
}
