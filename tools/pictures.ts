import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How much of a picture may differ before it counts: letters are drawn a little differently by other systems. */
const TOLERATED_SHARE = 0.005;

/** What is different between two PNG files in words; undefined where nobody would see it. */
export function differenceOf(before: Buffer, after: Buffer): string | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  if (a.width !== b.width || a.height !== b.height) {
    return `was ${a.width} by ${a.height} pixels, is ${b.width} by ${b.height}`;
  }
  const differing = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.2 });
  const share = differing / (a.width * a.height);
  return share > TOLERATED_SHARE
    ? `${(100 * share).toFixed(1)} % of it looks different`
    : undefined;
}
