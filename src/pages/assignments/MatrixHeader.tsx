import Tooltip from '@mui/material/Tooltip';
import { memo, useEffect, useRef } from 'react';
import { ariaColumnIndex, ariaRowIndex } from '@/components/grid/cells';
import { HEADER_ROW } from '@/components/grid/navigation';
import type { GridHeaderProps } from '@/components/grid/VirtualGrid';
import type { Sort, SortColumn } from '@/model/order';
import { leftOf } from './leftOf';
import type { LicenseColumn } from './licenseColumns';
import {
  CHECKBOX_COLUMN,
  COUNT_COLUMN,
  FIRST_LICENSE_COLUMN,
  type MatrixData,
  NAME_COLUMN,
} from './matrixData';

/** The names of the columns, each of which sorts by it, and how many of the users shown hold each license. */
export const MatrixHeader = memo(function MatrixHeader(props: GridHeaderProps<MatrixData>) {
  const { columns, focusColumn, data } = props;
  const { view, licenses, selected, sort } = data;
  return (
    <div role="row" className="matrix-header" aria-rowindex={ariaRowIndex(HEADER_ROW)}>
      <div className="grid-pinned" role="presentation">
        <div
          role="columnheader"
          className="matrix-checkbox"
          aria-colindex={ariaColumnIndex(CHECKBOX_COLUMN)}
        >
          <SelectAll
            all={view.rows.length}
            selected={view.matching.countIn(selected)}
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
      <div className="grid-scrolled" role="presentation">
        {columns.map((scrolled) => {
          const column = COUNT_COLUMN + scrolled;
          const license = licenses[column - FIRST_LICENSE_COLUMN];
          const sortColumn = sortColumnOf(column, licenses);
          const count = license?.holders.countIn(view.matching) ?? 0;
          return (
            <div
              key={scrolled}
              role="columnheader"
              className="grid-cell matrix-column"
              aria-label={license && spokenName(license, count)}
              aria-colindex={ariaColumnIndex(column)}
              aria-sort={sortColumn && ariaSort(sort, sortColumn)}
              style={leftOf(scrolled)}
            >
              {license ? (
                <LicenseHeader
                  license={license}
                  count={count}
                  sort={sort}
                  tabIndex={column === focusColumn ? 0 : -1}
                />
              ) : (
                <button type="button" tabIndex={column === focusColumn ? 0 : -1}>
                  <span className="matrix-column-label">Number of licenses</span>
                  <SortMark sort={sort} column="licenses" />
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** What a click on a header sorts by. */
export function sortColumnOf(
  column: number,
  licenses: readonly LicenseColumn[],
): SortColumn | undefined {
  if (column === NAME_COLUMN) return 'name';
  if (column === COUNT_COLUMN) return 'licenses';
  const license = licenses[column - FIRST_LICENSE_COLUMN];
  return license && `holds.${license.licenseId}`;
}

interface LicenseHeaderProps {
  license: LicenseColumn;
  count: number;
  sort: Sort;
  tabIndex: number;
}

function LicenseHeader({ license, count, sort, tabIndex }: LicenseHeaderProps) {
  const { licenseId, label, isDefined } = license;
  const lines = [
    label,
    label !== licenseId && licenseId,
    isDefined === false && 'The service has no definition of it',
    `${count.toLocaleString()} of the users shown`,
  ];
  return (
    <Tooltip
      describeChild
      enterDelay={300}
      title={lines.map((line) => line && <div key={line}>{line}</div>)}
    >
      <button type="button" aria-label={spokenName(license, count)} tabIndex={tabIndex}>
        <span className="matrix-column-label">
          {isDefined === false && <span className="matrix-mark">No definition</span>} {label}
        </span>
        <SortMark sort={sort} column={`holds.${licenseId}`} />
        <span className="matrix-column-count">{count.toLocaleString()}</span>
      </button>
    </Tooltip>
  );
}

function spokenName({ licenseId, label, isDefined }: LicenseColumn, count: number): string {
  const id = label === licenseId ? '' : ` (${licenseId})`;
  const definition = isDefined === false ? ', no definition' : '';
  return `${label}${id}${definition}, ${count.toLocaleString()} ${count === 1 ? 'holder' : 'holders'}`;
}

interface SelectAllProps {
  all: number;
  selected: number;
  tabIndex: number;
}

function SelectAll({ all, selected, tabIndex }: SelectAllProps) {
  const input = useRef<HTMLInputElement>(null);
  const some = selected > 0 && selected < all;
  useEffect(() => {
    if (input.current) input.current.indeterminate = some;
  }, [some]);
  return (
    <input
      ref={input}
      type="checkbox"
      aria-label="Select all matching users"
      checked={all > 0 && selected === all}
      readOnly
      tabIndex={tabIndex}
    />
  );
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
