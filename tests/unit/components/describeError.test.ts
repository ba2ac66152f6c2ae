import { expect, it } from 'vitest';
import { describeError } from '@/components/page/describeError';
import { WorkerBrokeError } from '@/workers/WorkerBrokeError';

it('says what to do when the worker broke, and when nothing is known', () => {
  expect(describeError(new WorkerBrokeError()).message).toBe(
    'The calculation did not start or ran out of memory. Reload the page, then try again.',
  );
  expect(describeError(new Error('  ')).message).toMatch(/Try again\.$/u);
  expect(describeError('thrown by a library').message).toMatch(/Try again\.$/u);
});
