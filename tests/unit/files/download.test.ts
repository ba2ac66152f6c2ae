import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadText } from '@/files/download';

const saved: { blob: Blob; name: string; href: string }[] = [];
let blobs: Blob[] = [];
const revoke = vi.fn<(url: string) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  saved.length = 0;
  blobs = [];
  // jsdom has neither object URLs nor downloads.
  revoke.mockReset();
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) blobs.push(object);
    return `blob:${blobs.length}`;
  };
  URL.revokeObjectURL = revoke;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    const [blob] = blobs;
    if (blob) saved.push({ blob, name: this.download, href: this.href });
  });
});
afterEach(() => vi.useRealTimers());

describe('a text handed over as a file', () => {
  it('is saved under its name, as UTF-8, with every byte it has', async () => {
    downloadText('changes.csv', 'text/csv', '\uFEFFñ');
    const [file] = saved;
    expect(file?.name).toBe('changes.csv');
    expect(file?.href).toBe('blob:1');
    expect(file?.blob.type).toBe('text/csv;charset=utf-8');
    expect(file?.blob.size).toBe(5);
  });

  it('is let go of once the browser has had time to save it', () => {
    downloadText('changes.csv', 'text/csv', 'x');
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith('blob:1');
  });
});
