import type { Page } from '@playwright/test';
import type { OrderName } from '../inPage/answers.ts';
import type { Point } from '../inPage/grids.ts';
import type { GridName } from '../inPage/recorder.ts';
import type { SubjectName } from '../options.ts';

/** Something that shows users by licenses, and how a person works it. */
export interface Subject {
  readonly name: SubjectName;
  /** How its page is read. */
  readonly grid: GridName;
  /** The order in which it shows the users at first; undefined for that of the data. */
  readonly firstOrder: OrderName | undefined;
  /** How it puts names in order when it is asked to, from A to Z. */
  readonly nameOrder: OrderName;
  /** Opens a page that has read nothing yet. */
  open(page: Page): Promise<void>;
  /** Reads all data, and shows nothing of it in the grid. */
  read(page: Page): Promise<void>;
  /** What is clicked to show the rows. */
  showButton(page: Page): Promise<Point>;
  /** Gets everything ready so that one click, at the point that is given, filters by the license. */
  aimAtLicense(page: Page, licenseId: string): Promise<() => Promise<void>>;
  /** Takes the filter by license back. */
  clearLicense(page: Page): Promise<void>;
  /** Checks what the benchmark cannot see of a selection of so many. */
  selectedCount(page: Page): Promise<number>;
}
