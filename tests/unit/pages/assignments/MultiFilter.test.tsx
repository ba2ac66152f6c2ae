import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { type FilterOption, MultiFilter } from '@/pages/assignments/MultiFilter';

const idItself = (value: string) => value;

function optionsOf(...counts: readonly number[]): FilterOption[] {
  return counts.map((count, i) => ({ value: `wfm${i}`, label: `wfm${i}`, count: () => count }));
}

function Holds({ options }: { options: readonly FilterOption[] }) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <MultiFilter
      label="Holds"
      chosen={chosen}
      labelOf={idItself}
      options={isOpen ? options : undefined}
      onOpen={setOpen}
      onChange={setChosen}
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Holds' });
const listed = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

describe('a filter of several values', () => {
  it('leaves the list as it is at a choice: nothing slips under the pointer', async () => {
    const user = userEvent.setup();
    render(<Holds options={[...optionsOf(5, 7), { value: 'cx', label: 'cx', count: () => 9 }]} />);
    await user.type(field(), 'wfm');
    await user.click(screen.getByRole('option', { name: /^wfm1/ }));
    expect(listed()).toEqual(['wfm05', 'wfm17']);
    expect(screen.getByRole('option', { name: /^wfm1/, selected: true })).toBeVisible();

    await user.click(screen.getByRole('option', { name: /^wfm0/ }));
    expect(field()).toHaveAccessibleDescription('wfm1, wfm0');
    await user.click(screen.getByRole('option', { name: /^wfm1/ }));
    expect(field()).toHaveAccessibleDescription('wfm0');
    await user.tab();
    expect(field()).toHaveValue('');
  });

  it('keeps what is typed while the organization is being read and the numbers grow', async () => {
    const user = userEvent.setup();
    const { rerender } = render(<Holds options={optionsOf(5, 7)} />);
    await user.type(field(), 'wfm1');
    rerender(<Holds options={optionsOf(6, 8)} />);
    expect(field()).toHaveValue('wfm1');
    expect(listed()).toEqual(['wfm18']);
  });
});
