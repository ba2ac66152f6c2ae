import type { Assignments } from '@/model/organizationIndex';
import { isOpen } from './job';
import type { LiveJob } from './LiveJob';
import { PairBook } from './PairBook';
import type { JobService } from './service';

interface CheckOptions {
  readonly live: LiveJob;
  readonly service: JobService;
  readonly save: () => Promise<void>;
  readonly onReadBack: (read: Assignments) => void;
}

/**
 * Reads what a job that is over could not see in place once more, and sends nothing. What shows by now is done; the rest
 * keeps its word. Throws the error of the service.
 */
export async function checkJob({ live, service, save, onReadBack }: CheckOptions): Promise<void> {
  const book = new PairBook(live);
  const numbers = book.numbersWhere(isOpen);
  if (numbers.length === 0) return;
  const read = await service.read(book.usersOf(numbers), {
    onRequest: () => {
      live.job.requests += 1;
    },
  });
  onReadBack(read);
  book.settle(numbers, read);
  await save();
}
