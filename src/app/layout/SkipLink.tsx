import { Trans } from '@lingui/react/macro';
import Link from '@mui/material/Link';

export const CONTENT_ID = 'content';

/** The first stop of the Tab key: past header and navigation. */
export function SkipLink() {
  return (
    <Link
      href={`#${CONTENT_ID}`}
      onClick={(event) => {
        // The fragment stays out of the address, where it would be part of the link that people share.
        event.preventDefault();
        document.getElementById(CONTENT_ID)?.focus();
      }}
      sx={{
        position: 'fixed',
        top: 8,
        insetInlineStart: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        backgroundColor: 'background.paper',
        boxShadow: 4,
        '&:not(:focus)': { transform: 'translateY(-200%)' },
      }}
    >
      <Trans>Skip to content</Trans>
    </Link>
  );
}
