import { SnapshotFileError } from '@/model/snapshotFileError';
import { runTask } from './auditTasks';
import type { AnswerMessage, TaskMessage } from './messages';

const say = (message: AnswerMessage) => postMessage(message);

addEventListener('message', ({ data: { id, name, args } }: MessageEvent<TaskMessage>) => {
  runTask(name, args).then(
    (answer) => say({ id, answer }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const fault = error instanceof SnapshotFileError ? { fault: error.fault } : {};
      say({ id, problem: { name, message, ...fault } });
    },
  );
});
