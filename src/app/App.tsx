import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { RouterProvider } from 'react-router';
import type { Auth } from '@/auth/Auth';
import { AuthProvider } from '@/auth/AuthProvider';
import { ConfigProvider } from '@/config/ConfigProvider';
import type { AppConfig } from '@/config/config';
import { theme } from './theme';

interface AppProps {
  config: AppConfig;
  auth: Auth;
  router: ComponentProps<typeof RouterProvider>['router'];
}

export function App({ config, auth, router }: AppProps) {
  return (
    <ThemeProvider theme={theme} noSsr>
      <CssBaseline enableColorScheme />
      <ConfigProvider config={config}>
        <AuthProvider auth={auth}>
          <RouterProvider router={router} />
        </AuthProvider>
      </ConfigProvider>
    </ThemeProvider>
  );
}
