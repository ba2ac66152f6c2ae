// @vitest-environment node
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../tools/pictures.ts';

/** A white picture with so many black rows at its top. */
function picture(blackRows: number, { width = 100, height = 100 } = {}): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (let pixel = 0; pixel < blackRows * width; pixel += 1)
    png.data.fill(0, 4 * pixel, 4 * pixel + 3);
  return PNG.sync.write(png);
}

describe('two pictures', () => {
  it('that are equal do not differ', () => {
    expect(differenceOf(picture(7), picture(7))).toBeUndefined();
  });

  it('that differ where somebody would see it say by how much', () => {
    expect(differenceOf(picture(0), picture(3))).toBe('3.0 % of it looks different');
  });

  it('of other sizes say which', () => {
    expect(differenceOf(picture(0), picture(0, { height: 50 }))).toBe(
      'was 100 by 100 pixels, is 100 by 50',
    );
  });
});
