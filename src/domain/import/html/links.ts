import type { Element, ElementContent } from 'hast';

import { element, isBlockElement } from './elements.ts';
import { type Context, count } from './filter-context.ts';

/** A link with a safe address; only the children if the address is unsafe or they hold a picture or a block. */
export function linkOf(node: Element, children: ElementContent[], { leftOut }: Context): ElementContent[] {
  const address = String(node.properties['href'] ?? '');
  if (address === '' || address.startsWith('#')) return children;
  const target = unwrappedAddress(address);
  if (target === null) {
    count(leftOut, 'unsafe address');
    return children;
  }
  const isPicture = children.some((child) => child.type === 'element' && child.tagName === 'img');
  return isPicture || children.some(isBlockElement) ? children : [element('a', children, { href: target })];
}

/** An address that a link may have, without the redirect that Google puts around it; null for any other scheme. */
export function unwrappedAddress(address: string): string | null {
  const clean = address
    .replaceAll(/[\p{Cc} ]+/gu, (found) => (/^ +$/.test(found) ? '%20' : ''))
    .replace(/^(?:%20)+/, '');
  const redirect = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,8}\/url\?(?:[^#]*&)?(?:q|url)=([^&#]+)/i.exec(clean)?.[1];
  const target = redirect === undefined ? clean : decoded(redirect);
  if (/^(?:https?:|mailto:)/i.test(target)) return target;
  return /^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(target) ? null : target;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A picture beside the document stays. For any other, its alternative text does. */
export function pictureOf(node: Element, { leftOut, remotePictures }: Context): ElementContent[] {
  const [source, alt] = [String(node.properties['src'] ?? '').trim(), String(node.properties['alt'] ?? '')];
  const target = unwrappedAddress(source);
  if (source !== '' && target !== null && !/^(?:https?|mailto):/i.test(target))
    return [element('img', [], { src: target, alt })];
  if (/^data:/i.test(source)) count(leftOut, 'picture inside the page');
  else if (source !== '') {
    count(leftOut, 'remote picture');
    if (target !== null) remotePictures.push(target);
  }
  return alt === '' ? [] : [{ type: 'text', value: alt }];
}
