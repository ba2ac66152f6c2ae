import { useEffect, useState } from 'react';

interface CountdownProps {
  /** In milliseconds since 1970. */
  until: number;
  onZero: () => void;
}

/** The time until a moment as m:ss, counting down. */
export function Countdown({ until, onZero }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const over = seconds === 0;

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    if (over) onZero();
  }, [over, onZero]);

  return <span role="timer">{asClock(seconds)}</span>;
}

function asClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
