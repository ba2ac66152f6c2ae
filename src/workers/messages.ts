import type { SnapshotFileFault } from '@/model/snapshotFileError';
import type { Answer, Args, TaskName } from './auditTasks';

/** What the worker is asked to do. */
export type TaskMessage = {
  [Name in TaskName]: { readonly id: number; readonly name: Name; readonly args: Args<Name> };
}[TaskName];

/** What came of it. */
export type AnswerMessage<Name extends TaskName = TaskName> =
  | { readonly id: number; readonly answer: Answer<Name> }
  | { readonly id: number; readonly problem: Problem };

/** An error loses what kind it is of on its way, but for what is told here. */
export interface Problem {
  readonly name: string;
  readonly message: string;
  /** What is wrong with the file, where that is the problem. */
  readonly fault?: SnapshotFileFault;
}
