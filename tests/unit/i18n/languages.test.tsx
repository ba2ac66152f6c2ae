import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Auth } from '@/auth/Auth';
import { AuthProvider } from '@/auth/AuthProvider';
import { ConfigProvider } from '@/config/ConfigProvider';
import { validateConfig } from '@/config/config';
import { showLanguage, showWantedLanguage } from '@/i18n/chooseLanguage';
import { wantedLanguage } from '@/i18n/detectLanguage';
import { formatAgo, formatDate, formatList, formatNumber } from '@/i18n/formats';
import { LoginPage } from '@/pages/login/LoginPage';

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await showLanguage('en');
  vi.unstubAllGlobals();
});

/** Stands for a browser whose user prefers these languages. */
function browserSpeaks(...languages: string[]) {
  vi.stubGlobal('navigator', Object.create(navigator, { languages: { value: languages } }));
}

describe('the language that the console starts with', () => {
  it('is the first of the browser’s that it speaks', () => {
    browserSpeaks('fr-FR', 'de-AT', 'en');
    expect(wantedLanguage()).toBe('de');
  });

  it('is English where it speaks none of them', () => {
    browserSpeaks('fr-FR', 'nl');
    expect(wantedLanguage()).toBe('en');
  });

  it('is what was chosen before, whatever the browser prefers', () => {
    browserSpeaks('de');
    localStorage.setItem('license-console.language', 'ja');
    expect(wantedLanguage()).toBe('ja');
  });

  it('is not what somebody else wrote into the storage', () => {
    browserSpeaks('es-MX');
    localStorage.setItem('license-console.language', 'tlh');
    expect(wantedLanguage()).toBe('es');
  });

  it('is that of the page around it before the browser’s', () => {
    browserSpeaks('de');
    expect(wantedLanguage('es')).toBe('es');
  });

  it('is told to the browser, and with it the direction of writing', async () => {
    browserSpeaks('ja');
    await showWantedLanguage();
    expect(document.documentElement).toHaveAttribute('lang', 'ja');
    expect(document.documentElement).toHaveAttribute('dir', 'ltr');
  });
});

describe('numbers, dates and lists', () => {
  const day = new Date(2026, 10, 25);

  it('are written as in the language', async () => {
    expect([formatNumber(1234.5), formatDate(day)]).toEqual(['1,234.5', '11/25/2026']);
    expect(formatList(['a', 'b', 'c'])).toBe('a, b, and c');
    await showLanguage('de');
    expect([formatNumber(1234.5), formatDate(day)]).toEqual(['1.234,5', '25.11.2026']);
    expect(formatAgo(1, 'day')).toBe('gestern');
    await showLanguage('ja');
    expect(formatDate(day)).toBe('2026/11/25');
  });

  it('are written in the language where the browser names no locale that it can write', async () => {
    browserSpeaks('en-US@posix', 'en-GB');
    await showLanguage('en');
    expect(formatDate(new Date(2026, 10, 25))).toBe('25/11/2026');
    browserSpeaks('en-US@posix');
    await showLanguage('en');
    expect(formatNumber(1234.5)).toBe('1,234.5');
  });

  it('are written as where the person is, when the browser tells', async () => {
    browserSpeaks('en-GB', 'en');
    await showLanguage('en');
    expect(formatDate(day)).toBe('25/11/2026');
  });
});

describe('the choice on the login page', () => {
  function openLogin() {
    const auth = new Auth({
      appUrl: 'https://console.example/',
      storage: sessionStorage,
      startDemoService: async () => ({ token: 'demo', stop: () => undefined }),
      leaveTo: () => undefined,
    });
    const router = createMemoryRouter([{ path: '/login', Component: LoginPage }], {
      initialEntries: ['/login'],
    });
    render(
      <ConfigProvider config={validateConfig({})}>
        <AuthProvider auth={auth}>
          <RouterProvider router={router} />
        </AuthProvider>
      </ConfigProvider>,
    );
    return userEvent.setup();
  }

  it('calls each language by its own name, in its own tongue', async () => {
    openLogin();
    const names = { English: 'en', Deutsch: 'de', Español: 'es', 日本語: 'ja' };
    for (const [name, language] of Object.entries(names)) {
      expect(await screen.findByRole('button', { name })).toHaveAttribute('lang', language);
    }
    expect(screen.getByRole('button', { name: 'English', pressed: true })).toBeVisible();
  });

  it('changes the page at once, keeps what was typed, and is kept for the next time', async () => {
    const user = openLogin();
    await user.type(await screen.findByRole('textbox', { name: /Client ID/ }), 'client-1');
    await user.click(screen.getByRole('button', { name: 'Deutsch' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Client-ID/ })).toHaveValue('client-1');
    expect(document.title).toBe('Anmelden · Lizenzkonsole');
    expect(document.documentElement).toHaveAttribute('lang', 'de');
    expect(localStorage.getItem('license-console.language')).toBe('de');
  });

  it('says what is wrong with a field in the new language', async () => {
    const user = openLogin();
    await user.click(await screen.findByRole('button', { name: 'Sign in to Genesys Cloud' }));
    await screen.findByText(/^Enter the client ID/);
    await user.click(screen.getByRole('button', { name: 'Español' }));
    expect(await screen.findByText(/^Escriba el ID de un cliente OAuth/)).toBeVisible();
  });

  it('of two in haste, the last one holds', async () => {
    openLogin();
    await screen.findByRole('button', { name: 'English' });
    await act(() => Promise.all([showLanguage('de'), showLanguage('ja'), showLanguage('es')]));
    expect(screen.getByRole('heading', { level: 1, name: 'Iniciar sesión' })).toBeVisible();
  });
});
