import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { KEY_NAMES } from './keys';
import type { Shortcut } from './shortcutList';

/** Keys as they are printed: those that go together, and the ways to the same end. */
export function Keys({ presses }: Pick<Shortcut, 'presses'>) {
  return presses.map(({ keys, inTurn }, way) => (
    // The list never changes.
    <Fragment key={keys.map(keyOf).join('+')}>
      {way > 0 && ' / '}
      {keys.map((key, place) => (
        <Fragment key={keyOf(key)}>
          {place > 0 && (inTurn ? <Then /> : '+')}
          <Key name={key} />
        </Fragment>
      ))}
    </Fragment>
  ));
}

type AnyKey = Shortcut['presses'][0]['keys'][number];

const keyOf = (key: AnyKey): string => (typeof key === 'string' ? key : key.letter);

function Then() {
  return (
    <>
      {' '}
      <Trans comment="Between two keys that are pressed one after the other">then</Trans>{' '}
    </>
  );
}

function Key({ name }: { name: AnyKey }) {
  const { t } = useLingui();
  const printed = typeof name === 'string' ? KEY_NAMES[name] : name.letter;
  return (
    <Box
      component="kbd"
      sx={{
        fontFamily: 'inherit',
        fontSize: '0.8125rem',
        px: 0.75,
        py: 0.125,
        mx: 0.25,
        border: 1,
        borderColor: 'divider',
        borderRadius: 0.75,
        color: 'text.primary',
        backgroundColor: 'background.default',
        whiteSpace: 'nowrap',
      }}
    >
      {typeof printed === 'string' ? printed : t(printed)}
    </Box>
  );
}
