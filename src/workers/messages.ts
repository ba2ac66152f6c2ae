import type { Answer, Args, TaskName } from './auditTasks';

/** What the worker is asked to do. */
export type TaskMessage = {
  [Name in TaskName]: { readonly id: number; readonly name: Name; readonly args: Args<Name> };
}[TaskName];

/** What came of it. */
export type AnswerMessage<Name extends TaskName = TaskName> =
  | { readonly id: number; readonly answer: Answer<Name> }
  /** An error loses what kind it is of on its way, but for its name. */
  | { readonly id: number; readonly problem: { readonly name: string; readonly message: string } };
