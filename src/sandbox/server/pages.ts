const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f4f5f7; color: #1b1f24; }
  main { max-width: 30rem; margin: 10vh auto; padding: 2rem; background: #fff; border-radius: .5rem; }
  h1 { margin-top: 0; font-size: 1.5rem; }
  button { font: inherit; padding: .6rem 1.2rem; margin-right: .5rem; border-radius: .3rem; border: 1px solid #1f4e9e; background: #fff; color: #1f4e9e; cursor: pointer; }
  button[value=approve] { background: #1f4e9e; color: #fff; }
  button:focus-visible { outline: 3px solid #c05000; outline-offset: 2px; }
  code { overflow-wrap: anywhere; }
  @media (prefers-color-scheme: dark) {
    body { background: #14171a; color: #e8eaed; }
    main { background: #1f2429; }
    button { background: #1f2429; color: #a9c7ff; border-color: #a9c7ff; }
    button[value=approve] { background: #a9c7ff; color: #0b1a33; }
  }`;

export interface SignInPage {
  userName: string;
  email: string;
  organization: string;
  clientId: string;
  returnsTo: string;
  suggestions: Suggestions;
}

/** How the application would have people sign in. */
export interface Suggestions {
  loginHint: string | null;
  /** The organization's name; it counts only together with a provider. */
  org: string | null;
  /** What people sign in with, such as okta or adfs. */
  provider: string | null;
  /** The id of the organization to work in, for one who may work in several. */
  target: string | null;
}

/** The form is posted to the address of the page itself, so that all of the request comes with the decision. */
export function signInPage(page: SignInPage): Response {
  return htmlPage(
    200,
    'Sign in to the sandbox',
    `<p>You will be <strong>${escaped(page.userName)}</strong> (${escaped(page.email)}),
    administrator of ${escaped(page.organization)}. Nothing here is real, and no password is asked for.</p>
    ${suggested(page.suggestions)}
    <p>The application <code>${escaped(page.clientId)}</code> gets a token, and you go back to
    <code>${escaped(page.returnsTo)}</code>.</p>
    <form method="post">
      <button name="decision" value="approve">Sign in</button>
      <button name="decision" value="deny">Deny</button>
    </form>`,
  );
}

/** The sandbox has one person and one organization, so it only says what was asked for. */
function suggested({ loginHint, org, provider, target }: Suggestions): string {
  const sentences = [
    ...(loginHint === null ? [] : [`The application suggests ${loginHint}.`]),
    ...(org === null || provider === null ? [] : [`It asks for ${provider} of ${org}.`]),
    ...(target === null ? [] : [`It asks for the organization with the ID ${target}.`]),
  ];
  return sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
}

export function errorPage(message: string, status = 400): Response {
  return htmlPage(status, 'This sign-in cannot go on', `<p role="alert">${escaped(message)}</p>`);
}

export function signedOutPage(): Response {
  return htmlPage(200, 'Signed out', '<p>You are signed out of the sandbox.</p>');
}

export function frontPage(organization: string, users: number): Response {
  return htmlPage(
    200,
    'Sandbox',
    `<p>${escaped(organization)}, ${users} users. The API is under <code>/api/v2</code>, sign-in under
    <code>/oauth/authorize</code> and <code>/oauth/token</code>, controls under <code>/sandbox</code>.</p>`,
  );
}

function htmlPage(status: number, title: string, content: string): Response {
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escaped(title)}</h1>${content}</main></body>
</html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
