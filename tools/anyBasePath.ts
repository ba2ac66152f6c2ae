/**
 * One build, any path: makes the built index.html find its own scripts and styles wherever it is served.
 *
 * Vite writes addresses relative to the page (`./assets/…`), which a deep link breaks: a server that answers
 * index.html for `/console/users/42` makes `./assets/` mean `/console/users/assets/`. So the tags are taken out of
 * the page and a few lines put them in again with the right base: the page's address less the route that it ends
 * with, or, for an address that is no route, the closest folder above it that has the scripts.
 *
 * Those lines are the one inline script of the page, which a Content-Security-Policy allows by its hash. What
 * changes from build to build stands beside them as data, so that the hash in deploy/ holds for every build.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The addresses that the router knows. One left out here still loads, after a request in vain. */
const ROUTE_AT_END =
  /\/((login|callback(\/[^/]+)?|assignments|assign|audit(\/report)?)|(licenses|users|jobs)(\/[^/]+)?)?\/?$/;

type Attributes = Record<string, string>;
type Tag = [name: string, attributes: Attributes];

const ASSET_TAGS =
  /[ \t]*<(script|link)\b([^>]*?\s(?:src|href)="\.\/[^"]*"[^>]*)>(?:<\/script>)?\n?/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;

const loader = readFileSync(join(import.meta.dirname, 'anyBasePath.loader.js'), 'utf8');

/** The inline script as a Content-Security-Policy names it. */
export const loaderSource = `'sha256-${createHash('sha256').update(loader).digest('base64')}'`;

export function anyBasePath(): Plugin {
  return {
    name: 'any-base-path',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const tags: Tag[] = [];
        const page = html.replace(ASSET_TAGS, (_match, name: string, attributes: string) => {
          tags.push([name, parseAttributes(attributes)]);
          return '';
        });
        if (!tags.some(([name]) => name === 'script')) {
          throw new Error('any-base-path: index.html has no script to load');
        }
        return { html: page, tags: loaderTags(tags) };
      },
    },
  };
}

function parseAttributes(text: string): Attributes {
  return Object.fromEntries(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', value = '']): [string, string] => [
      name,
      value,
    ]),
  );
}

/** At the end of the page, so that the app finds its root element however fast the script comes. */
function loaderTags(tags: Tag[]): HtmlTagDescriptor[] {
  const files = JSON.stringify({ routeAtEnd: ROUTE_AT_END.source, tags });
  return [
    {
      tag: 'script',
      attrs: { type: 'application/json', id: 'console-files' },
      children: files.replaceAll('<', '\\u003c'),
      injectTo: 'body',
    },
    { tag: 'script', children: loader, injectTo: 'body' },
  ];
}
