import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export interface TourStep {
  readonly path: string;
  /** What the step is about, on its page. */
  readonly anchor: string;
  readonly title: MessageDescriptor;
  readonly text: MessageDescriptor;
}

const FIRST_ROW = '[role=grid] .grid-rows [role=row]';

/** By roles and not by names: those are in the language of the reader. */
export const TOUR_STEPS: readonly [TourStep, ...TourStep[]] = [
  {
    path: '/',
    anchor: 'main h1',
    title: msg`Welcome to the demo`,
    text: msg`This organization is made up and lives in this tab alone: change whatever you like. The overview says who holds which license, what looks wrong, and which jobs run.`,
  },
  {
    path: '/assignments',
    anchor: 'main input[type=search]',
    title: msg`Who holds what`,
    text: msg`Each user is a row, each license a column. Filter by name, license or department until those are left who matter; the address keeps the view, so you can share it as a link.`,
  },
  {
    path: '/assignments',
    anchor: `${FIRST_ROW} input[type=checkbox]`,
    title: msg`Select users`,
    text: msg`Check one user after the other, or all that are shown by the box in the header. The selection stays while you filter on. “Assign licenses” takes it to a change of many users at once.`,
  },
  {
    path: '/assignments',
    anchor: `${FIRST_ROW} [role=gridcell]:last-child`,
    title: msg`Stage a change`,
    text: msg`A click on a cell, or F2 in it, marks a license to be given or taken away. Nothing is sent yet: a bar over the matrix counts what you have staged.`,
  },
  {
    path: '/assign',
    anchor: 'main h1',
    title: msg`Review before anything is sent`,
    text: msg`Selected, staged, pasted or from a file: every change is planned here first. You see who gets or loses what, and what to beware of, and only then apply it.`,
  },
  {
    path: '/jobs',
    anchor: 'main h1',
    title: msg`Watch it, and undo it`,
    text: msg`Applied changes are a job. It shows what the service has confirmed, user by user; retry what failed, and undo the job when it was a mistake.`,
  },
];
