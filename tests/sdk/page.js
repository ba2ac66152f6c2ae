/** Signs in by the grant in the address of its folder, then asks who that is; says either or what went wrong. */
const { ApiClient, UsersApi } = globalThis.require('platformClient');
const { gateway, clientId, options } = await (await fetch('settings.json')).json();

const client = ApiClient.instance;
client.setGateway(gateway);
const here = new URL('.', location.href).href;
const isPkce = location.pathname.startsWith('/pkce/');

document.querySelector('#leave').addEventListener('click', () => client.logout(here));

try {
  const { state } = await (isPkce
    ? client.loginPKCEGrant(clientId, here, options)
    : client.loginImplicitGrant(clientId, here, options));
  const { name } = await new UsersApi().getUsersMe();
  say(`Signed in as ${name}, state ${state}`);
} catch (error) {
  say(`Not signed in: ${error.message}`);
}

function say(text) {
  document.querySelector('#answer').textContent = text;
}
