import { factOf } from '../header-facts.ts';
import { isSectionName } from '../place-sections.ts';
import type { FrontMatter } from './front-matter.ts';
import { outline, type Part } from './outline.ts';
import { dayInText } from './report-day.ts';
import type { FactCollector } from './report-facts.ts';

/**
 * What front matter says besides facts. `published` is the day on which a page was published, when that is not
 * the day of the event; it `mayBeOfEvent` when little speaks for a blog. `parts` are keys that name a section or a link, `raw` what has no key of ours,
 * `written` the words that need not be kept as text, and `id` is empty when it has none.
 */
type Front = {
  readonly summary: string;
  readonly published: string | null;
  readonly mayBeOfEvent: boolean;
  readonly parts: readonly Part[];
  readonly id: string;
  readonly raw: Record<string, unknown>;
  readonly written: readonly string[];
};

/** Gives the facts of the front matter to `facts` and returns the rest. `titleDay` is the day that the title names. */
export function readFrontMatter({ data }: FrontMatter, facts: FactCollector, titleDay: string | null): Front {
  const raw: Record<string, unknown> = {};
  const written: string[] = [];
  let published: string | null = null;
  let mayBeOfEvent = false;
  let summary = '';
  let id = '';
  const parts: Part[] = [];
  for (const [key, value] of Object.entries(data ?? {})) {
    written.push(key);
    const text = textOf(value);
    const fact = factOf(key);
    if (fact === 'title' && typeof value === 'string') continue;
    // A page is often published days after what its title names, and the page of a blog always after the event.
    const isPublished =
      fact === 'date' &&
      text !== null &&
      (titleDay === null ? !NAMES_EVENT.test(key) && isBlogPost(data, text) : dayInText(text) !== titleDay);
    if (isPublished) {
      raw[key] = value;
      if (published === null) mayBeOfEvent = titleDay === null && !isSurelyBlog(data);
      published ??= dayInText(text ?? '');
      continue;
    }
    if (/^(?:uuid|id)$/i.test(key) && text !== null) id = text;
    else if (/^(?:summary|description|excerpt|abstract|tl;?dr)$/i.test(key) && text !== null)
      summary = summary === '' ? text.trim() : `${summary}\n\n${text.trim()}`;
    else if (fact === 'link' && text !== null)
      parts.push(
        ...outline(text, 1).map((part) => ({ ...part, is: 'key' as const, key: 'link', depth: 0, value: text })),
      );
    else if (fact !== null && fact !== 'other' && text !== null && facts.take(fact, text)) {
      written.push(text);
    } else if (fact === null && isSectionName(key) && text !== null && text.trim() !== '') {
      parts.push({ is: 'heading', level: 1, text: key, source: key, line: 1 }, ...outline(text, 1));
    } else if (Object.hasOwn(raw, key) || key === '__proto__') raw[`_${key}`] = value;
    else raw[key] = value;
  }
  return { summary, published, mayBeOfEvent, parts, id, raw, written };
}

/** Keys of a date that say that it is the event's, such as "incident date". */
const NAMES_EVENT = /incident|outage|event|occur|happen/i;

/** Keys that say how the page of a blog looks or where it is. */
const OF_BLOG = /^(?:layout|permalink|slug|draft|comments|pin|math|toc|showtoc|tocopen|usehugotoc)$/i;

/** Whether the keys are those of a blog, and not only one such as `draft` that other reports have too. */
const isSurelyBlog = (data: FrontMatter['data']): boolean => {
  const keys = Object.keys(data ?? {}).filter((key) => OF_BLOG.test(key));
  return keys.length >= 2 || keys.some((key) => /^(?:layout|permalink)$/i.test(key));
};

/** Whether a date may be when a blog published its page: to the minute, and beside a key that blogs have. */
const isBlogPost = (data: FrontMatter['data'], date: string): boolean =>
  /\d:\d{2}/.test(date) && Object.keys(data ?? {}).some((key) => OF_BLOG.test(key));

/** A value of the front matter as text: a list has one entry a line; null for objects and nothing. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.map((each: unknown) =>
    typeof each === 'string' || typeof each === 'number' ? String(each) : null,
  );
  return texts.includes(null) ? null : texts.join('\n');
}
