import Tooltip from '@mui/material/Tooltip';
import { memo, type ReactNode } from 'react';
import { ariaColumnIndex, ariaRowIndex } from '@/components/grid/cells';
import { HEADER_ROW } from '@/components/grid/navigation';
import type { GridHeaderProps } from '@/components/grid/VirtualGrid';
import type { Sort, SortColumn } from '@/model/order';
import { longText, type ShownHolders, shortText } from './holders';
import { leftOf } from './leftOf';
import type { LicenseColumn } from './licenseColumns';
import { HEAT_STEPS } from './MatrixLooks';
import {
  CHECKBOX_COLUMN,
  COUNT_COLUMN,
  FIRST_LICENSE_COLUMN,
  type MatrixData,
  NAME_COLUMN,
} from './matrixData';
import { TriStateCheckbox } from './TriStateCheckbox';

/** The names of the columns, each of which sorts by it, and how many of the users shown hold each license. */
export const MatrixHeader = memo(function MatrixHeader(props: GridHeaderProps<MatrixData>) {
  const { columns, focusColumn, data } = props;
  const { index, view, selected, sort } = data;
  return (
    <div role="row" className="matrix-header" aria-rowindex={ariaRowIndex(HEADER_ROW)}>
      <div className="grid-pinned" role="presentation">
        <div
          role="columnheader"
          className="matrix-checkbox"
          aria-colindex={ariaColumnIndex(CHECKBOX_COLUMN)}
        >
          <TriStateCheckbox
            aria-label="Select all matching users"
            all={view.rows.length}
            count={view.matching.countIn(selected)}
            readOnly
            tabIndex={focusColumn === CHECKBOX_COLUMN ? 0 : -1}
          />
        </div>
        <div
          role="columnheader"
          className="matrix-name"
          aria-colindex={ariaColumnIndex(NAME_COLUMN)}
          aria-sort={ariaSort(sort, 'name')}
        >
          <button type="button" tabIndex={focusColumn === NAME_COLUMN ? 0 : -1}>
            Name
            <SortMark sort={sort} column="name" />
          </button>
        </div>
      </div>
      <HeaderCells
        index={index}
        view={view}
        licenses={data.columns}
        sort={sort}
        columns={columns}
        focusColumn={focusColumn}
      />
    </div>
  );
});

type HeaderCellsProps = Omit<GridHeaderProps<MatrixData>, 'data'> &
  Pick<MatrixData, 'index' | 'view' | 'sort'> & { licenses: readonly LicenseColumn[] };

/** By themselves, since selecting users does not change them. */
const HeaderCells = memo(function HeaderCells(props: HeaderCellsProps) {
  const { index, view, licenses, sort, columns, focusColumn } = props;
  const isExact = view.matching.countIn(index.assignmentsRead) === view.rows.length;
  return (
    <div className="grid-scrolled" role="presentation">
      {columns.map((scrolled) => {
        const column = COUNT_COLUMN + scrolled;
        const license = licenses[column - FIRST_LICENSE_COLUMN];
        const shared = { column, left: scrolled, sort, isFocused: column === focusColumn };
        return license ? (
          <LicenseHeader
            key={scrolled}
            license={license}
            holders={{ count: view.matching.countIn(license.holders), isExact }}
            users={view.rows.length}
            {...shared}
          />
        ) : (
          <ColumnHeader key={scrolled} sortColumn="licenses" label="Number of licenses" {...shared}>
            <button type="button" tabIndex={shared.isFocused ? 0 : -1}>
              <span className="matrix-column-label">Number of licenses</span>
              <SortMark sort={sort} column="licenses" />
            </button>
          </ColumnHeader>
        );
      })}
    </div>
  );
});

interface HeaderCellProps {
  column: number;
  /** Counted from the first column that scrolls. */
  left: number;
  sort: Sort;
  isFocused: boolean;
}

interface ColumnHeaderProps extends HeaderCellProps {
  sortColumn: SortColumn;
  label: string;
  children: ReactNode;
}

function ColumnHeader({ column, left, sort, sortColumn, label, children }: ColumnHeaderProps) {
  return (
    <div
      role="columnheader"
      className="grid-cell matrix-column"
      aria-label={label}
      aria-colindex={ariaColumnIndex(column)}
      aria-sort={ariaSort(sort, sortColumn)}
      style={leftOf(left)}
    >
      {children}
    </div>
  );
}

interface LicenseHeaderProps extends HeaderCellProps {
  license: LicenseColumn;
  holders: ShownHolders;
  users: number;
}

function LicenseHeader({ license, holders, users, ...cell }: LicenseHeaderProps) {
  const { licenseId, label, isDefined } = license;
  const sortColumn = `holds.${licenseId}` as const;
  const name = spokenName(license, holders);
  const lines = [
    label,
    label !== licenseId && licenseId,
    isDefined === false && 'The service has no definition of it',
    `${longText(holders)} among the users shown`,
  ];
  return (
    <ColumnHeader sortColumn={sortColumn} label={name} {...cell}>
      <Tooltip
        describeChild
        enterDelay={300}
        title={lines.map((line) => line && <div key={line}>{line}</div>)}
      >
        <button
          type="button"
          className={heatClass(holders, users)}
          aria-label={name}
          tabIndex={cell.isFocused ? 0 : -1}
        >
          <span className="matrix-column-label">
            {label}
            {isDefined === false && <em>, no definition</em>}
          </span>
          <SortMark sort={cell.sort} column={sortColumn} />
          <span className="matrix-column-count">{shortText(holders)}</span>
        </button>
      </Tooltip>
    </ColumnHeader>
  );
}

/** The more of the users shown hold it, the darker the header, in a few steps. */
function heatClass({ count, isExact }: ShownHolders, users: number): string | undefined {
  return isExact && count > 0
    ? `matrix-heat-${Math.ceil((count / users) * HEAT_STEPS)}`
    : undefined;
}

function spokenName({ licenseId, label, isDefined }: LicenseColumn, holders: ShownHolders): string {
  const id = label === licenseId ? '' : ` (${licenseId})`;
  const definition = isDefined === false ? ', no definition' : '';
  return `${label}${id}${definition}, ${longText(holders)}`;
}

function SortMark({ sort, column }: { sort: Sort; column: SortColumn }) {
  if (sort.column !== column) return null;
  return (
    <span className="matrix-sort" aria-hidden>
      {sort.descending ? '▼' : '▲'}
    </span>
  );
}

function ariaSort(sort: Sort, column: SortColumn) {
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
