import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef } from 'react';
import type { TourStep } from './tourSteps';

interface TourCardProps {
  step: TourStep;
  /** Counted from 1. */
  place: number;
  count: number;
  /** null: it stands in the corner of the window. */
  anchor: HTMLElement | null;
  onBack: () => void;
  onNext: () => void;
  onEnd: () => void;
}

const MARK = 'data-tour-anchor';

/** One step of the tour, beside what it is about. Not modal: Tab leaves it, and Escape in it ends the tour. */
export function TourCard({ step, place, count, anchor, onBack, onNext, onEnd }: TourCardProps) {
  const { t } = useLingui();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!anchor) return undefined;
    anchor.setAttribute(MARK, '');
    return () => anchor.removeAttribute(MARK);
  }, [anchor]);

  // After the page that a step has led to has put the focus on its title, which takes longer on a busy machine. Whoever
  // is typing meanwhile, or is in the card already, is left alone.
  useEffect(() => {
    const timers = [50, 500].map((delay) =>
      setTimeout(() => {
        const isHere = card.current?.contains(document.activeElement);
        if (!isHere && !isTyping()) card.current?.focus({ preventScroll: true });
      }, delay),
    );
    return () => timers.forEach(clearTimeout);
  }, []);

  return (
    <>
      <GlobalStyles
        styles={{
          [`[${MARK}]`]: {
            outline: '2px solid var(--mui-palette-primary-main) !important',
            outlineOffset: '4px !important',
          },
        }}
      />
      <Popper
        open
        anchorEl={anchor ?? CORNER}
        placement="bottom-start"
        disablePortal
        modifiers={[
          { name: 'offset', options: { offset: [0, 12] } },
          // Within the window; the anchor may be in a grid that is narrower than the card.
          {
            name: 'preventOverflow',
            options: { padding: 8, altAxis: true, tether: false, altBoundary: false },
          },
          { name: 'flip', options: { altBoundary: false } },
        ]}
        // Of the window without its scrollbar, which 100vw counts in.
        sx={{ zIndex: 'speedDial', width: 'min(360px, calc(100% - 16px))' }}
      >
        <Paper
          ref={card}
          role="dialog"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onEnd();
          }}
          sx={{
            p: 2,
            border: 1,
            borderColor: 'primary.main',
            boxShadow: 6,
          }}
        >
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <Trans>
              Tour of the demo: {place} of {count}
            </Trans>
          </Typography>
          <Typography
            variant="subtitle1"
            component="h2"
            id={`${id}-title`}
            sx={{ fontWeight: 650 }}
          >
            {t(step.title)}
          </Typography>
          <Typography variant="body2" id={`${id}-text`} sx={{ mb: 1.5 }}>
            {t(step.text)}
          </Typography>
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {place < count && (
              <Button size="small" onClick={onEnd} sx={{ marginInlineEnd: 'auto' }}>
                <Trans>Skip the tour</Trans>
              </Button>
            )}
            {place > 1 && (
              <Button
                size="small"
                onClick={onBack}
                sx={place === count ? { marginInlineEnd: 'auto' } : {}}
              >
                <Trans comment="To the step before">Back</Trans>
              </Button>
            )}
            <Button size="small" variant="contained" onClick={onNext}>
              {place < count ? (
                <Trans comment="To the next step">Next</Trans>
              ) : (
                <Trans>End the tour</Trans>
              )}
            </Button>
          </Stack>
        </Paper>
      </Popper>
    </>
  );
}

/** The lower right corner of the window. */
const CORNER = {
  getBoundingClientRect: () => new DOMRect(window.innerWidth - 8, window.innerHeight - 8, 0, 0),
};

function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
}
