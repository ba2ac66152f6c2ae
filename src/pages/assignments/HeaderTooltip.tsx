import Tooltip from '@mui/material/Tooltip';
import {
  memo,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

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
  const stay = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => stay, [stay]);

  const later = useCallback(
    (next: Shown | undefined, delay: number) => {
      stay();
      timer.current = setTimeout(() => setShown(next), delay);
    },
    [stay],
  );
  function enter({ target }: SyntheticEvent, delay: number): void {
    const anchor = target instanceof Element ? target.closest('[role=columnheader]') : null;
    const text = anchor && textOf(anchor);
    later(anchor && text ? { anchor, text } : undefined, text ? delay : LEAVE_MS);
  }
  const leave = useCallback(() => later(undefined, LEAVE_MS), [later]);

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
      <OneTooltip shown={shown} onStay={stay} onLeave={leave} />
    </>
  );
}

interface OneTooltipProps {
  shown: Shown | undefined;
  onStay: () => void;
  onLeave: () => void;
}

const OneTooltip = memo(function OneTooltip({ shown, onStay, onLeave }: OneTooltipProps) {
  return (
    <Tooltip
      open={shown !== undefined}
      title={shown?.text}
      onOpen={onStay}
      onClose={onLeave}
      slotProps={{ popper: { anchorEl: shown?.anchor ?? null } }}
    >
      {/* It is anchored to a header; the names of those say all that is in it. */}
      <span aria-hidden />
    </Tooltip>
  );
});
