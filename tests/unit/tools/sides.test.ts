// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Sizes and places on the left or right, which a language from right to left would have the other way round. */
const PHYSICAL_SIDE =
  /style\.(?:left|right)|\b(?:(?:margin|padding|border)(?:Left|Right)|m[lr]|p[lr]): |textAlign: '(?:left|right)'|^\s*(?:left|right): (?!readonly)['\d]/m;

describe('styles', () => {
  it('name sides by the direction of writing', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('sandbox'))
      .map((file) => join('src', file));
    expect(files.length).toBeGreaterThan(100);
    const physical = files.filter((file) => PHYSICAL_SIDE.test(readFileSync(file, 'utf8')));
    expect(physical).toEqual([]);
  });
});
