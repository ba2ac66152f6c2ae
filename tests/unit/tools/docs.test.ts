// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ELSEWHERE = /^(?:https?:|mailto:)/;

const FOLDERS = ['docs', 'src', 'deploy', 'tests/bench/lighthouse'];

const documents = [
  ...markdownIn('.'),
  ...markdownIn('tests/bench'),
  ...FOLDERS.flatMap((folder) => markdownIn(folder, { recursive: true })),
].filter((file) => !file.includes('node_modules'));

function markdownIn(folder: string, { recursive = false } = {}): string[] {
  return readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

describe('the documentation', () => {
  it.each(documents)('%s links to nothing that is not there', (document) => {
    const text = readFileSync(document, 'utf8');
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !ELSEWHERE.test(target) && !isThere(document, target));
    expect(broken).toEqual([]);
  });
});

/** The file, and in a Markdown file the heading too. */
function isThere(document: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(file)) return false;
  return heading === undefined || !file.endsWith('.md') || headingsOf(file).includes(heading);
}

/** As GitHub names them. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
