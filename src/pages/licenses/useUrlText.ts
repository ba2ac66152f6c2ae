import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Browsers refuse to change the address more than about a hundred times in half a minute. */
const WRITE_AFTER_MS = 300;

/**
 * A text field whose value lives in the URL, so that the view is a link. Typing changes the value at once and the address
 * soon after; following a link or going back changes the field.
 */
export function useUrlText(name: string): [string, (text: string) => void] {
  const [params, setParams] = useSearchParams();
  const inUrl = params.get(name) ?? '';
  const [text, setText] = useState(inUrl);
  const [seen, setSeen] = useState(inUrl);
  const [sent, setSent] = useState(inUrl);
  if (inUrl !== seen) {
    setSeen(inUrl);
    // An address that we wrote ourselves arrives late: by then more may have been typed.
    if (inUrl !== sent) {
      setSent(inUrl);
      setText(inUrl);
    }
  }

  useEffect(() => {
    if (text === inUrl) return undefined;
    const timer = setTimeout(() => {
      setSent(text);
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (text) next.set(name, text);
          else next.delete(name);
          return next;
        },
        { replace: true },
      );
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, inUrl, name, setParams]);

  return [text, setText];
}
