import { inlineStyles } from './inline-styles.ts';
import { plainColor } from './plain-color.ts';
import { wrapText } from './wrap-text.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const FONT = "'Inter Variable', Inter, 'Segoe UI', system-ui, sans-serif";
const MARGIN = 24;
const LINE = 18;
const CHARACTER_WIDTH = 6.6;

/** The text of an SVG file, and its size in pixels. */
export type Picture = { text: string; width: number; height: number };

/**
 * A chart as a standalone SVG, with its title and sentence above, its notes below, and a background. `fontFace` is a
 * rule for its font.
 */
export function standaloneSvg(
  drawn: SVGSVGElement,
  words: { title: string; sentence: string; notes: readonly string[] },
  fontFace: string,
): Picture {
  const box = drawn.getBoundingClientRect();
  const root = document.createElementNS(NAMESPACE, 'svg');
  const style = getComputedStyle(drawn);
  const ink = plainColor(style.getPropertyValue('color'));
  const width = Math.ceil(box.width) + 2 * MARGIN;
  const wrap = (text: string): string[] => wrapText(text, Math.floor(box.width / CHARACTER_WIDTH));

  const styleSheet = root.appendChild(document.createElementNS(NAMESPACE, 'style'));
  styleSheet.textContent = fontFace;
  const paper = root.appendChild(document.createElementNS(NAMESPACE, 'rect'));
  let y = MARGIN + LINE;
  const write = (text: string, weight: string, size: number): void => {
    const line = root.appendChild(document.createElementNS(NAMESPACE, 'text'));
    line.textContent = text;
    set(line, { x: MARGIN, y, fill: ink, 'font-size': size, 'font-weight': weight });
    y += LINE;
  };
  write(words.title, '600', 16);
  y += 4;
  for (const line of wrap(words.sentence)) write(line, '400', 13);
  const chart = root.appendChild(inlineStyles(drawn));
  set(chart, { x: MARGIN, y, width: Math.ceil(box.width), height: Math.ceil(box.height) });
  y += Math.ceil(box.height) + LINE;
  for (const note of words.notes) for (const line of wrap(note)) write(line, '400', 12);

  const height = y + MARGIN - LINE / 2;
  set(root, { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT });
  set(paper, { width, height, fill: plainColor(paperColor(drawn)) });
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

const paperColor = (drawn: Element): string => getComputedStyle(drawn).getPropertyValue('background-color');

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
