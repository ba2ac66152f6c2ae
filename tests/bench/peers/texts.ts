/** Makes people findable as they come in, page by page: here, in the worker of the console, or in one by Comlink. */
import { wrap } from 'comlink';
import { PeopleSearch } from '@/model/peopleSearch';
import { type PreparedPeople, preparePeople } from '@/model/preparedPeople';
import { nextTask } from '@/workers/nextTask';
import { runInWorker } from '@/workers/runInWorker';
import type { TextsWay } from '../measure/texts.ts';

const PAGE_SIZE = 500;

window.texts = fetch('/people.json').then((answer) => answer.json());

window.makeFindable = async (way) => {
  const people = await window.texts;
  const search = new PeopleSearch((row) => people[row]);
  const prepare = waysToPrepare(way);
  const pages: Promise<void>[] = [];
  for (let first = 0; first < people.length; first += PAGE_SIZE) {
    const size = Math.min(PAGE_SIZE, people.length - first);
    search.follow(Array.from({ length: size }, (_, i) => first + i));
    const handedOut = search.handOut();
    if (handedOut) {
      pages.push(prepare(handedOut.text).then((prepared) => search.takeBack(handedOut, prepared)));
    }
    await nextTask();
  }
  await Promise.all(pages);
  return search.rowsWithWord('a', people.length).count;
};

function waysToPrepare(way: TextsWay): (text: string) => Promise<PreparedPeople> {
  if (way === 'onPage') return async (text) => preparePeople(text);
  if (way === 'plainWorker') return (text) => runInWorker('preparePeople', text);
  return wrap<typeof preparePeople>(
    new Worker(new URL('./textsComlinkWorker.ts', import.meta.url), { type: 'module' }),
  );
}
