import { act, renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { runSignOutTasks } from '@/auth/signOutTasks';
import { readDraft } from '@/pages/assign/assignDraft';
import { useAssignDraft } from '@/pages/assign/useAssignDraft';

beforeEach(() => sessionStorage.clear());

function openForm() {
  const { result, unmount } = renderHook(useAssignDraft, { wrapper: MemoryRouter });
  return {
    paste: (pasted: string) => act(() => result.current[1]({ pasted })),
    leave: unmount,
  };
}

describe('what was typed into the form', () => {
  it('is there again after the page was left in haste', () => {
    const form = openForm();
    form.paste('ada@example.com');
    form.leave();
    expect(readDraft().pasted).toBe('ada@example.com');
  });

  it('is not written down again when the page goes after a sign-out', async () => {
    const form = openForm();
    form.paste('ada@example.com');
    await runSignOutTasks();
    sessionStorage.clear();
    form.leave();
    expect(readDraft().pasted).toBe('');
  });
});
