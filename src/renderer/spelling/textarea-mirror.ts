import { HIGHLIGHT_RULE } from './highlight-style.ts';

/** The properties that, with the direction, determine the position of each letter of a textarea. */
const COPIED = [
  'font-family font-size font-weight font-style font-stretch font-variant-ligatures font-variant-numeric font-feature-settings',
  'font-optical-sizing letter-spacing word-spacing line-height text-align text-indent text-transform unicode-bidi tab-size',
  'padding-top padding-right padding-bottom padding-left border-top-width border-right-width border-bottom-width',
  'border-left-width white-space overflow-wrap word-break text-wrap hyphens font-kerning font-variation-settings',
].flatMap((names) => names.split(' '));

/** An invisible copy of a textarea's text above it, because the text of a textarea cannot be highlighted. */
export type Mirror = {
  readonly text: Text;
  /**
   * Copies only the text, without asking for the layout, and nothing if only what is after the word that ends at `end`
   * has changed: neither that word nor one before it moves.
   */
  readonly copyText: (end: number) => void;
  /** Copies the text, the position and the scroll offset. */
  readonly follow: () => void;
  readonly remove: () => void;
};

/**
 * Places a mirror over a textarea. It is in a closed shadow tree, so that screen readers, search and selection find the
 * text only once.
 */
export function mirrorOf(area: HTMLTextAreaElement, onResize: () => void): Mirror {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  host.dataset['spellingMirror'] = '';
  const inside = host.attachShadow({ mode: 'closed' });
  const rules = new CSSStyleSheet();
  rules.replaceSync(HIGHLIGHT_RULE);
  inside.adoptedStyleSheets = [rules];
  const text = document.createTextNode('');
  const box = document.createElement('div');
  box.append(text);
  inside.append(box);
  set(host, { position: 'absolute', 'pointer-events': 'none', overflow: 'hidden', contain: 'strict' });
  set(box, {
    'box-sizing': 'border-box',
    'border-style': 'solid',
    'border-color': 'transparent',
    color: 'transparent',
  });

  const copyText = (end: number): void => {
    const isSettled = /\s/.test(text.data.charAt(end)) && area.value.startsWith(text.data.slice(0, end + 1));
    if (!isSettled) replaceText(text, area.value);
  };
  const follow = (): void => {
    replaceText(text, area.value);
    set(host, {
      left: `${area.offsetLeft}px`,
      top: `${area.offsetTop}px`,
      width: `${area.offsetWidth}px`,
      height: `${area.offsetHeight}px`,
    });
    box.style.width = `${area.offsetWidth}px`;
    // The first letter can change it, and the textarea keeps its size.
    box.style.direction = getComputedStyle(area).direction;
    box.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
  };
  const dress = (): void => {
    const style = getComputedStyle(area);
    for (const name of COPIED) box.style.setProperty(name, style.getPropertyValue(name));
    follow();
  };
  const observer = new ResizeObserver(() => {
    dress();
    onResize();
  });
  (area.offsetParent ?? document.body).append(host);
  dress();
  observer.observe(area);
  area.addEventListener('scroll', follow, { passive: true });
  return {
    text,
    copyText,
    follow,
    remove: () => {
      observer.disconnect();
      area.removeEventListener('scroll', follow);
      host.remove();
    },
  };
}

function set(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}

/** Replaces only the changed part of the text, so that highlights on the rest stay. */
function replaceText(text: Text, wanted: string): void {
  const now = text.data;
  if (now === wanted) return;
  const shorter = Math.min(now.length, wanted.length);
  let start = 0;
  while (start < shorter && now[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1;
  text.replaceData(start, now.length - end - start, wanted.slice(start, wanted.length - end));
}
