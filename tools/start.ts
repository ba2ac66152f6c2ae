/** `npm start`: builds for production, then serves dist/ and says where the demo organization is. */
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, host: { type: 'string' } },
});

await build();
const server = await preview({
  // A taken port is no reason to fail: the next free one is used, and the address printed is the true one.
  preview: { port: Number(values.port), ...(values.host && { host: values.host }) },
});

const address =
  server.resolvedUrls?.local[0] ??
  server.resolvedUrls?.network[0] ??
  `http://localhost:${values.port}/`;
console.log(`
  The demo organization:   ${new URL('?demo', address).href}
  Your own organization:   ${address}   (README.md: "Your organization")

  Ctrl+C stops the server.
`);
