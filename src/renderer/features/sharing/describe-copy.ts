import type { Coe } from '#domain/coe/coe.ts';
import { describeParts } from '#domain/export/count-parts.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import type { LeftOut } from '#domain/sharing/share-file.ts';
import { joinList, plural, quantity } from '#domain/text/format.ts';

/** The parts of a copy in words, such as "3 actions". Empty if there is nothing in it. */
export const partsIn = (coe: Coe, attachments: readonly unknown[]): string[] => [
  ...describeParts(coe),
  ...someOf(attachments.length, 'picture or file', 'pictures and files'),
];

/** What the filter of a copy took out, in words: the names that it replaced, and the parts that are not in it. */
export function describeLeftOut(left: LeftOut): string {
  const sections = joinList(left.sections.map((id) => SECTION_SHORT_NAMES[id]));
  const parts = [
    ...(left.sections.length === 0 ? [] : [`the ${plural(left.sections.length, 'section')} ${sections}`]),
    ...someOf(left.rows, 'row'),
    ...someOf(left.fields, 'field'),
    ...someOf(left.attachments, 'picture or file', 'pictures and files'),
  ];
  const names = left.names > 0 ? `${quantity(left.names, 'name')} replaced or left out. ` : '';
  return `${names}${parts.length > 0 ? `Not in it: ${parts.join('; ')}.` : 'Nothing else was left out.'}`;
}

const someOf = (count: number, one: string, many?: string): string[] => (count > 0 ? [quantity(count, one, many)] : []);
