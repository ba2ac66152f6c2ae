import { t } from '@lingui/core/macro';
import { memo, type ReactNode, useId } from 'react';
import { ariaColumnIndex, ariaRowIndex, cellOf } from '@/components/grid/cells';
import { HEADER_ROW } from '@/components/grid/navigation';
import type { GridHeaderProps } from '@/components/grid/VirtualGrid';
import { useLanguage } from '@/i18n/useLanguage';
import type { Sort, SortColumn } from '@/model/order';
import type { View } from '@/model/view';
import { useSelection } from '@/organization/OrganizationProvider';
import { ColumnLabel } from './ColumnLabel';
import { HeaderTooltip } from './HeaderTooltip';
import {
  headerText,
  type ShownHolders,
  shortText,
  shownHoldersText,
  undefinedHeaderText,
} from './holders';
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
  useLanguage();
  const { columns, focusColumn, data } = props;
  const { index, view, sort } = data;
  return (
    <div role="row" className="matrix-header" aria-rowindex={ariaRowIndex(HEADER_ROW)}>
      <div className="grid-pinned" role="presentation">
        <div
          role="columnheader"
          className="matrix-checkbox"
          aria-colindex={ariaColumnIndex(CHECKBOX_COLUMN)}
        >
          <SelectAll view={view} isFocused={focusColumn === CHECKBOX_COLUMN} />
        </div>
        <div
          role="columnheader"
          className="matrix-name"
          aria-colindex={ariaColumnIndex(NAME_COLUMN)}
          aria-sort={orderBy(sort, 'name')}
        >
          <button type="button" tabIndex={focusColumn === NAME_COLUMN ? 0 : -1}>
            {t`Name`}
            <SortMark order={orderBy(sort, 'name')} />
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

/** By itself, since all else of the header has nothing to do with who is selected. */
const SelectAll = memo(function SelectAll({ view, isFocused }: { view: View; isFocused: boolean }) {
  useLanguage();
  const { rows: selected } = useSelection();
  return (
    <TriStateCheckbox
      aria-label={t`Select all matching users`}
      all={view.rows.length}
      count={view.matching.countIn(selected)}
      readOnly
      tabIndex={isFocused ? 0 : -1}
    />
  );
});

type HeaderCellsProps = Omit<GridHeaderProps<MatrixData>, 'data'> &
  Pick<MatrixData, 'index' | 'view' | 'sort'> & { licenses: readonly LicenseColumn[] };

/** By themselves, since staging changes does not change them. */
const HeaderCells = memo(function HeaderCells(props: HeaderCellsProps) {
  const { index, view, licenses, sort, columns, focusColumn } = props;
  const { matching } = view;
  const isExact = matching.countIn(index.assignmentsRead) === view.rows.length;
  const licenseAt = (column: number) => licenses[column - FIRST_LICENSE_COLUMN];

  function tooltipOf(header: Element): ReactNode {
    const license = licenseAt(cellOf(header)?.column ?? 0);
    return license && tooltip(license, { count: matching.countIn(license.holders), isExact });
  }

  return (
    <HeaderTooltip textOf={tooltipOf}>
      {columns.map((scrolled) => {
        const column = COUNT_COLUMN + scrolled;
        const license = licenseAt(column);
        return license ? (
          <LicenseHeader
            key={scrolled}
            license={license}
            count={matching.countIn(license.holders)}
            isExact={isExact}
            users={view.rows.length}
            column={column}
            order={orderBy(sort, `holds.${license.licenseId}`)}
            isFocused={column === focusColumn}
          />
        ) : (
          <CountHeader
            key={scrolled}
            column={column}
            order={orderBy(sort, 'licenses')}
            isFocused={column === focusColumn}
          />
        );
      })}
    </HeaderTooltip>
  );
});

interface HeaderCellProps {
  column: number;
  /** Whether the rows are in the order of this column. */
  order: Order;
  isFocused: boolean;
}

const CountHeader = memo(function CountHeader({ isFocused, ...cell }: HeaderCellProps) {
  useLanguage();
  const label = t`Number of licenses`;
  return (
    <ColumnHeader {...cell}>
      <button type="button" tabIndex={isFocused ? 0 : -1}>
        <span className="matrix-column-label">{label}</span>
        <SortMark order={cell.order} />
      </button>
    </ColumnHeader>
  );
});

interface LicenseHeaderProps extends HeaderCellProps {
  license: LicenseColumn;
  /** How many of the users shown hold it. */
  count: number;
  isExact: boolean;
  users: number;
}

/** Asks for no language by itself: the license is another one in each, as its cells are. */
const LicenseHeader = memo(function LicenseHeader(props: LicenseHeaderProps) {
  const { license, count, isExact, users, isFocused, ...cell } = props;
  const holders = { count, isExact };
  const name = spokenName(license, holders);
  const id = useId();
  return (
    <ColumnHeader labelledBy={id} {...cell}>
      <button
        type="button"
        id={id}
        className={heatClass(holders, users)}
        aria-label={name}
        tabIndex={isFocused ? 0 : -1}
      >
        <span className="matrix-column-label">
          <ColumnLabel license={license} />
        </span>
        <SortMark order={cell.order} />
        <span className="matrix-column-count">{shortText(holders)}</span>
      </button>
    </ColumnHeader>
  );
});

interface ColumnHeaderProps extends Omit<HeaderCellProps, 'isFocused'> {
  /** The id of the button in it, where that says more than can be read on it. */
  labelledBy?: string;
  children: ReactNode;
}

function ColumnHeader({ column, order, labelledBy, children }: ColumnHeaderProps) {
  return (
    <div
      role="columnheader"
      className="grid-cell matrix-column"
      aria-labelledby={labelledBy}
      aria-colindex={ariaColumnIndex(column)}
      aria-sort={order}
      style={leftOf(column - COUNT_COLUMN)}
    >
      {children}
    </div>
  );
}

function tooltip({ licenseId, label, isDefined }: LicenseColumn, holders: ShownHolders): ReactNode {
  const lines = [
    label,
    label !== licenseId && licenseId,
    isDefined === false && t`The service has no definition of it`,
    shownHoldersText(holders),
  ];
  return lines.map((line) => line && <div key={line}>{line}</div>);
}

/** The more of the users shown hold it, the darker the header, in a few steps. */
function heatClass({ count, isExact }: ShownHolders, users: number): string | undefined {
  return isExact && count > 0
    ? `matrix-heat-${Math.ceil((count / users) * HEAT_STEPS)}`
    : undefined;
}

function spokenName({ licenseId, label, isDefined }: LicenseColumn, holders: ShownHolders): string {
  const id = label === licenseId ? '' : ` (${licenseId})`;
  const name = `${label}${id}`;
  return isDefined === false ? undefinedHeaderText(name, holders) : headerText(name, holders);
}

type Order = 'none' | 'ascending' | 'descending';

function orderBy(sort: Sort, column: SortColumn): Order {
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

function SortMark({ order }: { order: Order }) {
  if (order === 'none') return null;
  return (
    <span className="matrix-sort" aria-hidden>
      {order === 'descending' ? '▼' : '▲'}
    </span>
  );
}
