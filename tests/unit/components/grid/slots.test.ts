// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Slot, Slots } from '@/components/grid/slots';

const items = (slots: readonly Slot[]) => slots.map(({ item }) => item);
const keys = (slots: readonly Slot[]) => slots.map(({ key }) => key);
const keyOf = (slots: readonly Slot[], item: number) =>
  slots.find((slot) => slot.item === item)?.key;

describe('slots', () => {
  it('show every item of the window once, and the kept one, wherever the window goes', () => {
    const step = fc.record({
      first: fc.nat(60),
      size: fc.nat(12),
      kept: fc.option(fc.nat(70), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const slots = new Slots();
        let before = new Map<number, number>();
        for (const { first, size, kept } of steps) {
          const shown = slots.show(first, first + size, kept);
          const wanted = new Set(Array.from({ length: size }, (_, i) => first + i));
          if (kept !== undefined) wanted.add(kept);
          expect([...items(shown)].sort((a, b) => a - b)).toEqual(
            [...wanted].sort((a, b) => a - b),
          );
          expect(new Set(keys(shown)).size).toBe(shown.length);
          // What stays on the screen stays in its nodes.
          const stayed = [...before].filter(([item]) => wanted.has(item));
          expect(stayed.map(([item]) => keyOf(shown, item))).toEqual(stayed.map(([, key]) => key));
          before = new Map(shown.map(({ item, key }) => [item, key]));
        }
      }),
    );
  });

  it('are filled anew when the window moves on, without any new one', () => {
    const slots = new Slots();
    const before = slots.show(0, 10, undefined);
    const after = slots.show(7, 17, undefined);
    expect(new Set(keys(after))).toEqual(new Set(keys(before)));
  });

  it('are the same array when nothing has changed, so that nothing is drawn', () => {
    const slots = new Slots();
    expect(slots.show(3, 9, 5)).toBe(slots.show(3, 9, 5));
  });

  it('go with an item that moves', () => {
    const slots = new Slots();
    const before = slots.show(0, 5, 2);
    slots.move(2, 40);
    expect(keyOf(slots.show(0, 5, 40), 40)).toBe(keyOf(before, 2));
    slots.move(1, 3);
    expect(keyOf(slots.show(0, 5, 40), 3)).toBe(keyOf(before, 1));
  });
});
