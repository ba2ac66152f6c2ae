import { afterEach, beforeEach, vi } from 'vitest';

/** Gives elements a size, which jsdom does not: every box is as large as told, in a window that is wide. */
export function stubLayout(size: { width: number; height: number }): void {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(size.width);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(size.height);
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('min-width'),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    vi.stubGlobal(
      'ResizeObserver',
      class implements ResizeObserver {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());
}
