import { plainColor } from './plain-color.ts';

/** The computed style properties that affect a picture. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];
const DRAWN = /^(text|tspan|rect|circle|path|line)$/;
const SCREEN_ONLY = '[data-screen-only]';
const OF_THE_PAGE = /^(class|style|role|tabindex|data-|aria-)/;

/** A copy of a drawing with its styles inlined, and without attributes that only matter on the page. */
export function inlineStyles(drawn: SVGSVGElement): SVGSVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [...drawn.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (original !== undefined) inline(element, getComputedStyle(original));
  });
  for (const element of copy.querySelectorAll(SCREEN_ONLY)) element.remove();
  cleanAttributes(copy);
  return copy;
}

function inline(element: Element, computed: CSSStyleDeclaration): void {
  cleanAttributes(element);
  if (element.hasAttribute('data-screen-only') || !DRAWN.test(element.tagName)) return;
  for (const name of KEPT) {
    const value = computed.getPropertyValue(name);
    if (value === '' || value === 'auto' || value === 'normal') continue;
    element.setAttribute(name, name === 'fill' || name === 'stroke' ? plainColor(value.replaceAll('"', '')) : value);
  }
}

function cleanAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) {
    if (OF_THE_PAGE.test(name) && name !== 'data-screen-only') element.removeAttribute(name);
  }
}
