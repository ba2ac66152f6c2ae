import type { OrganizationIndex } from '@/model/organizationIndex';
import { preparePeople } from '@/model/preparedPeople';
import { viewsOf } from '@/model/view';
import { runInWorker } from '@/workers/runInWorker';

/**
 * Derives what filters and sorts need of what was read since the last time. Texts, most of the work, are prepared in the
 * worker, and are there a moment later.
 */
export function prepareViews(index: OrganizationIndex): void {
  const views = viewsOf(index);
  views.prepare();
  const people = views.handOutPeople();
  if (!people) return;
  void runInWorker('preparePeople', people.text)
    // Without a worker it takes longer, no more.
    .catch(() => preparePeople(people.text))
    .then((prepared) => views.takeBackPeople(people, prepared));
}
