import { memo } from 'react';
import type { User } from '@/api/schema';
import { ariaColumnIndex, ariaRowIndex } from '@/components/grid/cells';
import type { GridRowProps } from '@/components/grid/VirtualGrid';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { Action } from '@/model/plan';
import { leftOf } from './leftOf';
import type { LicenseColumn } from './licenseColumns';
import {
  CHECKBOX_COLUMN,
  COUNT_COLUMN,
  FIRST_LICENSE_COLUMN,
  type MatrixData,
  NAME_COLUMN,
} from './matrixData';
import { type StagedCells, stagedAction } from './stagedCells';

/** One user: their checkbox, their name, and a mark for each license they hold. */
export const MatrixRow = memo(function MatrixRow(props: GridRowProps<MatrixData>) {
  const { id, position, top, columns, focusColumn, data } = props;
  const { index, view, licenses, selected, staged, peopleComplete, usersHref } = data;
  const row = view.rows[position];
  if (row === undefined) return null;
  const isSelected = selected.has(row);
  const userId = index.userId(row);
  return (
    <div
      role="row"
      id={id}
      className={isSelected ? 'grid-row matrix-row matrix-selected' : 'grid-row matrix-row'}
      aria-rowindex={ariaRowIndex(position)}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHead
        userId={userId}
        user={index.user(row)}
        isSelected={isSelected}
        isMissing={peopleComplete && !index.usersRead.has(row)}
        usersHref={usersHref}
        focusColumn={focusColumn}
      />
      <RowCells
        index={index}
        row={row}
        columns={columns}
        shown={data.columns}
        licenses={licenses}
        staged={staged.rows.has(row) ? staged : undefined}
        focusColumn={focusColumn}
      />
    </div>
  );
});

interface RowHeadProps {
  userId: string;
  user: User | undefined;
  isSelected: boolean;
  isMissing: boolean;
  usersHref: string;
  focusColumn: number | undefined;
}

function RowHead(props: RowHeadProps) {
  const { userId, user, isSelected, isMissing, usersHref, focusColumn } = props;
  const name = displayName(user, userId);
  const mark = isMissing ? 'No such user' : stateMark(user);
  return (
    <div className="grid-pinned" role="presentation">
      <div
        role="gridcell"
        className="matrix-checkbox"
        aria-colindex={ariaColumnIndex(CHECKBOX_COLUMN)}
      >
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={isSelected}
          readOnly
          tabIndex={focusColumn === CHECKBOX_COLUMN ? 0 : -1}
        />
      </div>
      <div role="rowheader" className="matrix-name" aria-colindex={ariaColumnIndex(NAME_COLUMN)}>
        <a
          href={usersHref + encodeURIComponent(userId)}
          dir="auto"
          title={user?.email ?? name}
          tabIndex={focusColumn === NAME_COLUMN ? 0 : -1}
        >
          {name}
        </a>
        {mark && <span className="matrix-mark">{mark}</span>}
        {user?.department && <span className="matrix-department">{user.department}</span>}
      </div>
    </div>
  );
}

/** Active is what most users are; only the others are marked. A state that we do not know is shown as it is. */
function stateMark(user: User | undefined): string | undefined {
  const state = user?.state?.trim();
  if (!state || state === 'active') return undefined;
  return state.charAt(0).toUpperCase() + state.slice(1);
}

interface RowCellsProps {
  index: OrganizationIndex;
  row: number;
  columns: readonly number[];
  /** The licenses that have a column. */
  shown: readonly LicenseColumn[];
  /** All of them. A new array, like that before, whenever what somebody holds may have changed. */
  licenses: readonly LicenseColumn[];
  /** Only where something of this user's is staged: to draw all others anew would be in vain. */
  staged: StagedCells | undefined;
  focusColumn: number | undefined;
}

const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { index, row, columns, shown, licenses, staged, focusColumn } = props;
  const isKnown = index.assignmentsRead.has(row);
  return (
    <div className="grid-scrolled" role="presentation">
      {columns.map((scrolled) => {
        const column = COUNT_COLUMN + scrolled;
        const license = shown[column - FIRST_LICENSE_COLUMN];
        const change = license && staged && stagedAction(staged, license.licenseId, row);
        return (
          <div
            key={scrolled}
            role="gridcell"
            className={license ? licenseClass(license, row, isKnown, change) : COUNT_CLASS}
            aria-colindex={ariaColumnIndex(column)}
            tabIndex={column === focusColumn ? 0 : -1}
            style={leftOf(scrolled)}
          >
            {license
              ? licenseText(license, row, isKnown, change)
              : countText(licenses, row, isKnown)}
          </div>
        );
      })}
    </div>
  );
});

const COUNT_CLASS = 'grid-cell matrix-count';

function licenseClass(
  { holders }: LicenseColumn,
  row: number,
  isKnown: boolean,
  change: Action | undefined,
): string {
  if (!isKnown) return 'grid-cell matrix-license matrix-unknown';
  if (change) return change === 'add' ? STAGED_ADD_CLASS : STAGED_REMOVE_CLASS;
  return holders.has(row) ? 'grid-cell matrix-license matrix-held' : 'grid-cell matrix-license';
}

const STAGED_ADD_CLASS = 'grid-cell matrix-license matrix-staged matrix-staged-add';
const STAGED_REMOVE_CLASS = 'grid-cell matrix-license matrix-held matrix-staged';

function licenseText(
  { holders, holds, lacks }: LicenseColumn,
  row: number,
  isKnown: boolean,
  change: Action | undefined,
) {
  if (!isKnown) return 'Unknown';
  const now = holders.has(row) ? holds : lacks;
  if (!change) return now;
  return `${now}, staged to be ${change === 'add' ? 'added' : 'removed'}`;
}

function countText(licenses: readonly LicenseColumn[], row: number, isKnown: boolean): string {
  if (!isKnown) return '?';
  let count = 0;
  for (const { holders } of licenses) if (holders.has(row)) count++;
  return String(count);
}
