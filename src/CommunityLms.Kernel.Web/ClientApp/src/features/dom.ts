/** The sprite stands beside this script, so its address needs no configuration; the server writes the fingerprinted one. */
const sprite = document.documentElement.dataset.sprite ?? new URL(/* @vite-ignore */ 'icons.svg', import.meta.url).href;

/** Makes an element with properties, attributes (keys with a dash, and role) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, values: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An icon of the sprite, hidden from screen readers: the words beside it speak. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'lms-icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/** The elements of a fragment that match, the fragment's own root among them. */
export function all<T extends HTMLElement>(root: ParentNode, selector: string): T[] {
  const found = [...root.querySelectorAll<T>(selector)];
  if (root instanceof HTMLElement && root.matches(selector)) found.unshift(root as T);
  return found;
}

const seen = new WeakMap<Element, Set<string>>();

/** True the first time an element meets a feature, so that enhancing a page twice changes nothing. */
export function first(element: Element, feature: string): boolean {
  const features = seen.get(element) ?? new Set<string>();
  if (features.has(feature)) return false;
  seen.set(element, features.add(feature));
  return true;
}
