import type { TextsCost, TextsWay } from '../measure/texts.ts';
import { shown, table } from './markdown.ts';
import { median } from './numbers.ts';

const WAYS: readonly (readonly [TextsWay, string])[] = [
  ['onPage', 'On the page'],
  ['plainWorker', 'In the worker of the console'],
  ['comlink', 'In a worker by Comlink'],
];

export function textsSection(costs: readonly TextsCost[]): string[] {
  if (costs.length === 0) return [];
  return [
    '## Making 200,000 users findable',
    '',
    'What the console prepares of names, emails, departments and titles as they come in, 500 users at a time, without reading and drawing.',
    '',
    ...table(
      ['', 'main thread busy', 'until everyone can be found'],
      WAYS.map(([way, title]) => [
        title,
        shown(median(costs.map((cost) => cost[way].busy)), 'ms'),
        shown(median(costs.map((cost) => cost[way].took)), 'ms'),
      ]),
    ),
    '',
  ];
}
