(() => {
  // The validator of the forms would try whether it may compile its rules, which the policy forbids and reports.
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

  const { routeAtEnd, tags } = JSON.parse(document.getElementById('console-files').textContent);
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

  function load(attempt) {
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
})();
