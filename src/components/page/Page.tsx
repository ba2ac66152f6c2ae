import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { Link as RouterLink } from 'react-router';

interface PageProps {
  /** The h1. It takes the focus when someone navigates here, so it must be there from the first render. */
  title: string;
  /** What the browser's tab says, where the title alone would not do there. */
  documentTitle?: string | undefined;
  /** One or two sentences under the title. */
  description?: ReactNode;
  /** Buttons and links on the right of the title. */
  actions?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string } | undefined;
  /** Lets the content take the rest of the window's height, for grids that scroll by themselves. */
  fill?: boolean | undefined;
  children?: ReactNode;
}

/** The scaffolding of every page: its h1, its document title, its actions. */
export function Page({
  title,
  documentTitle,
  description,
  actions,
  back,
  fill,
  children,
}: PageProps) {
  useDocumentTitle(documentTitle ?? title);
  return (
    <Box
      data-page-fill={fill ? '' : undefined}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        minWidth: 0,
        ...(fill && { flex: 1, minHeight: 0 }),
      }}
    >
      <Stack
        component="header"
        direction="row"
        sx={{ flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 3, rowGap: 1 }}
      >
        <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
          {back && (
            <Link component={RouterLink} to={back.to} variant="body2">
              {back.label}
            </Link>
          )}
          <Typography
            component="h1"
            variant="h5"
            tabIndex={-1}
            sx={{ overflowWrap: 'anywhere', outline: 'none' }}
          >
            {title}
          </Typography>
          {description && (
            <Typography
              component="div"
              variant="body2"
              sx={{ color: 'text.secondary', maxWidth: '75ch', mt: 0.5 }}
            >
              {description}
            </Typography>
          )}
        </Box>
        {actions && (
          <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}

/** Sets the tab's title to "TITLE · License console". */
export function useDocumentTitle(title: string): void {
  const productName = useProductName();
  useEffect(() => {
    document.title = title ? `${title} · ${productName}` : productName;
  }, [title, productName]);
}

export function useProductName(): string {
  const { t } = useLingui();
  return t`License console`;
}
