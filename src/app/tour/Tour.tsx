import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { TourCard } from './TourCard';
import { rememberTour } from './tourMemory';
import { TOUR_STEPS } from './tourSteps';
import { useAnchor } from './useAnchor';

/** Shows the console around, step by step, beside what each step is about; the page stays usable all the while. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const [position, setPosition] = useState(0);
  const step = TOUR_STEPS[position] ?? TOUR_STEPS[0];
  const navigate = useNavigate();
  const anchor = useAnchor(step);
  const origin = useRef(document.activeElement);

  function goTo(next: number): void {
    const target = TOUR_STEPS[next];
    if (!target) {
      end();
      return;
    }
    setPosition(next);
    void navigate(target.path);
  }

  function end(): void {
    rememberTour();
    giveFocusBack(origin.current);
    onEnd();
  }

  // Where the tour was asked for elsewhere, it begins where its first step is.
  const isAtStart = useRef(useLocation().pathname === TOUR_STEPS[0].path);
  useEffect(() => {
    if (!isAtStart.current) void navigate(TOUR_STEPS[0].path);
    isAtStart.current = true;
  }, [navigate]);

  if (anchor === undefined) return null;
  return (
    <TourCard
      key={position}
      step={step}
      place={position + 1}
      count={TOUR_STEPS.length}
      anchor={anchor}
      onBack={() => goTo(position - 1)}
      onNext={() => goTo(position + 1)}
      onEnd={end}
    />
  );
}

/** To what the tour was started from, or to the page where it ends. */
function giveFocusBack(origin: Element | null): void {
  const isUsable = origin instanceof HTMLElement && origin.isConnected && origin !== document.body;
  const target = isUsable ? origin : document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
}
