import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';

/** Whoever passes over the headers on the way to elsewhere sees none. */
const ENTER_MS = 300;
/** Long enough to go from a header to its tooltip. */
const LEAVE_MS = 100;

interface HeaderTooltipProps {
  /** What there is to say of the header that an element is in. */
  textOf: (target: Element) => ReactNode;
  children: ReactNode;
}

interface Shown {
  readonly anchor: Element;
  readonly text: ReactNode;
}

/** One tooltip for all headers: with one for each, drawing these took longer than finding the users. */
export function HeaderTooltip({ textOf, children }: HeaderTooltipProps) {
  const [shown, setShown] = useState<Shown>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function later(next: Shown | undefined, delay: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), delay);
  }
  function enter({ target }: SyntheticEvent, delay: number): void {
    const anchor = target instanceof Element ? target.closest('[role=columnheader]') : null;
    const text = anchor && textOf(anchor);
    later(anchor && text ? { anchor, text } : undefined, text ? delay : LEAVE_MS);
  }
  const leave = () => later(undefined, LEAVE_MS);

  return (
    <>
      <div
        role="presentation"
        className="grid-scrolled"
        onMouseOver={(event) => enter(event, ENTER_MS)}
        onMouseLeave={leave}
        onFocus={(event) => event.target.matches(':focus-visible') && enter(event, 0)}
        onBlur={leave}
      >
        {children}
      </div>
      <Tooltip
        open={shown !== undefined}
        title={shown?.text}
        onOpen={() => clearTimeout(timer.current)}
        onClose={leave}
        slotProps={{ popper: { anchorEl: shown?.anchor ?? null } }}
      >
        {/* It is anchored to a header; the names of those say all that is in it. */}
        <span aria-hidden />
      </Tooltip>
    </>
  );
}
