/** What rows are drawn with by hand: each leaves alone what is already as it should be. */

export function createPart<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  role?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (role) element.setAttribute('role', role);
  return element;
}

export function setClass(element: Element, className: string): void {
  if (element.className !== className) element.className = className;
}

/** Without a value the attribute is taken away. */
export function setAttribute(
  element: Element,
  name: string,
  value: string | number | boolean | undefined,
): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

export function setText(element: Element, text: string): void {
  const shown = element.firstChild;
  // The node that is there is given other words: a new one would have to be styled too.
  if (shown instanceof Text) {
    if (shown.data !== text) shown.data = text;
  } else if (text !== '') element.textContent = text;
}

export function setTabStop(element: Element, isTabStop: boolean): void {
  setAttribute(element, 'tabindex', isTabStop ? 0 : -1);
}
