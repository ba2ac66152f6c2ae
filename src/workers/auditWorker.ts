import { runTask } from './auditTasks';
import type { AnswerMessage, TaskMessage } from './messages';

const say = (message: AnswerMessage) => postMessage(message);

addEventListener('message', ({ data: { id, name, args } }: MessageEvent<TaskMessage>) => {
  runTask(name, args).then(
    (answer) => say({ id, answer }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      say({ id, problem: { name, message } });
    },
  );
});
