import { type ComponentProps, useEffect, useRef } from 'react';

interface TriStateCheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'checked'> {
  /** How many of `all` are checked: none, some or all of them. */
  count: number;
  all: number;
}

/** A checkbox that stands for many. */
export function TriStateCheckbox({ count, all, ...props }: TriStateCheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const isMixed = count > 0 && count < all;
  // Only the element itself knows of it: there is no such attribute.
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed;
  }, [isMixed]);
  return <input {...props} ref={input} type="checkbox" checked={all > 0 && count === all} />;
}
