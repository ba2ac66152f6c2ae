import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { formatNumber } from '@/i18n/formats';

/** The number of a line; on a narrow window, where a row is a card without a header, with the word. */
export function LineNumber({ line }: { line: number }) {
  return (
    <>
      <Box component="span" sx={{ display: { sm: 'none' } }}>
        <Trans>Line</Trans>{' '}
      </Box>
      {formatNumber(line)}
    </>
  );
}

/** Text from the file, of any language and length. */
export function FileText({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Box component="span" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
      {text}
    </Box>
  );
}
