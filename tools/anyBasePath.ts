/**
 * One build, any path: makes the built index.html find its own scripts and styles wherever it is served.
 *
 * Vite writes addresses relative to the page (`./assets/…`), which a deep link breaks: a server that answers
 * index.html for `/console/users/42` makes `./assets/` mean `/console/users/assets/`. So the tags are taken out of
 * the page and a few lines put them in again with the right base: the page's address less the route that it ends
 * with, or, for an address that is no route, the closest folder above it that has the scripts.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The addresses that the router knows. One left out here still loads, after a request in vain. */
const ROUTE_AT_END =
  /\/((login|callback|assignments|assign|audit)|(licenses|users|jobs)(\/[^/]+)?)?\/?$/;

type Attributes = Record<string, string>;
type Tag = [name: string, attributes: Attributes];

const ASSET_TAGS =
  /[ \t]*<(script|link)\b([^>]*?\s(?:src|href)="\.\/[^"]*"[^>]*)>(?:<\/script>)?\n?/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;

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
        return { html: page, tags: [loaderTag(tags)] };
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

function loaderTag(tags: Tag[]): HtmlTagDescriptor {
  const values = [tags, ROUTE_AT_END.source].map((value) =>
    JSON.stringify(value).replaceAll('<', '\\u003c'),
  );
  return {
    tag: 'script',
    children: `(${loadFromBase.toString()})(${values.join(', ')})`,
    // At the end, so that the app finds its root element however fast the script comes.
    injectTo: 'body',
  };
}

/** Runs in the page, on its own: it may use nothing from outside itself. */
function loadFromBase(tags: Tag[], routeAtEnd: string): void {
  const { origin, pathname, search, hash } = location;
  if (/^\/{2,}/.test(pathname)) {
    // As an address, such a path would name another host wherever it is used without the origin.
    location.replace(origin + pathname.replace(/^\/+/, '/') + search + hash);
    return;
  }
  const route = new RegExp(routeAtEnd);
  const bases = route.test(pathname) ? [pathname.replace(route, '/')] : [];
  for (let end = pathname.length; end > 0; ) {
    end = pathname.lastIndexOf('/', end - 1);
    bases.push(pathname.slice(0, end + 1));
  }
  bases.push(`${pathname}/`);
  load(0);

  function load(attempt: number): void {
    const base = bases[attempt];
    if (base === undefined) return;
    const elements = tags.map(([name, attributes]) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        const isAddress = key === 'src' || key === 'href';
        element.setAttribute(key, isAddress ? base + value.slice(2) : value);
      }
      return element;
    });
    const script = elements.find((element) => element.tagName === 'SCRIPT');
    script?.addEventListener('error', () => {
      for (const element of elements) element.remove();
      load(attempt + 1);
    });
    document.head.append(...elements);
  }
}
