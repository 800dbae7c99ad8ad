/** What an element may hold: other nodes, and texts, which are never read as markup. */
export type Child = Node | string | number | undefined;
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An HTML element with its attributes and what it holds; undefined ones are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(
    ...children.flatMap((child) => (child === undefined ? [] : [typeof child === 'number' ? String(child) : child])),
  );
  return element;
}

/** The element that the page was written with. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no element ${id}`);
  return found;
}

let ids = 0;

/** An id that no other element has. */
export function freshId(): string {
  ids += 1;
  return `i${ids}`;
}
