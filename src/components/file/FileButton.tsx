import Button, { type ButtonProps } from '@mui/material/Button';
import { type ReactNode, useRef } from 'react';
import { visuallyHidden } from '@/components/page/visuallyHidden';

interface FileButtonProps extends Pick<ButtonProps, 'size' | 'disabled'> {
  /** What is chosen, for the browser's own field. */
  label: string;
  /** As in the `accept` of a file field. */
  accept: string;
  children: ReactNode;
  onChoose: (file: File) => void;
}

/** A button that lets a file be chosen, also the same one again: it may have been mended meanwhile. */
export function FileButton({ label, accept, children, onChoose, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        style={visuallyHidden}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
