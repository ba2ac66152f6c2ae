import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { RouterProvider } from 'react-router';
import type { Auth } from '@/auth/Auth';
import { AuthProvider } from '@/auth/AuthProvider';
import { ConfigProvider } from '@/config/ConfigProvider';
import type { AppConfig } from '@/config/config';
import { useConsoleTheme } from './theme/useConsoleTheme';

interface AppProps {
  config: AppConfig;
  auth: Auth;
  router: ComponentProps<typeof RouterProvider>['router'];
}

export function App({ config, auth, router }: AppProps) {
  return (
    <ThemeProvider
      theme={useConsoleTheme()}
      // What the page says that embeds this one, until somebody chooses here.
      defaultMode={auth.host.colorMode ?? 'system'}
      noSsr
    >
      <CssBaseline enableColorScheme />
      <ConfigProvider config={config}>
        <AuthProvider auth={auth}>
          <RouterProvider router={router} />
        </AuthProvider>
      </ConfigProvider>
    </ThemeProvider>
  );
}
