import type { Coe } from '../coe/coe.ts';
import type { Why } from '../coe/sections/whys.ts';
import { plainText } from '../text/plain-text.ts';

/** The passages that a comparison of texts sees, as shown, without empty ones. */
export type ComparableText = readonly string[];

/** What a COE says about why it happened, and about what happened. */
export type CoeTexts = { readonly why: ComparableText; readonly story: ComparableText };

/** Reads the texts of a COE that can tell which trap it was: no names, no timeline, nothing that was only chosen. */
export function textsOf(coe: Coe): CoeTexts {
  const { context, cause, whys, learned } = coe.sections;
  return {
    why: written([
      plainText(cause.prose),
      cause.triggerNote,
      ...cause.conditions.map(({ note }) => note),
      plainText(whys.prose),
      ...whyTexts(whys.happened),
      plainText(learned.prose),
      ...learned.lessons.flatMap(({ rule, elsewhere }) => [rule, elsewhere]),
      ...[...learned.wentBadly, ...learned.surprisedBy].map(({ text }) => text),
    ]),
    story: written([coe.title, coe.summary, plainText(context.prose), context.expected, context.different]),
  };
}

const whyTexts = (whys: readonly Why[]): string[] =>
  whys.flatMap(({ text, whys: deeper }) => [text, ...whyTexts(deeper)]);

const written = (passages: readonly string[]): string[] => passages.filter((passage) => passage.trim() !== '');
