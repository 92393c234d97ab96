import { z } from 'zod';

import { isLetOut } from '#domain/coe/audience.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { labelOf, rowPart } from '#domain/coe/label-of.ts';
import { momentSchema } from '#domain/time/moment.ts';

/** A COE with a text of its own in every field that takes one, and those texts by the paths of the fields. */
export type CanaryCoe = { readonly coe: Coe; readonly canaries: ReadonlyMap<string, string> };

/** What a string may be when it is no free text: an id, an instant, a date, a hash, a closed list. */
const OTHER_STRINGS = [
  '01JZTEST0000000000000000ZZ',
  '2026-05-14T08:04:00.000Z',
  '2026-05-14',
  'ab'.repeat(32),
  'once-coe',
];

/** Makes the COE from the schema, so that a new field gets its canary by itself. Each list has one row. */
export function canaryCoe(): CanaryCoe {
  const canaries = new Map<string, string>();
  const make = (schema: z.core.$ZodType, path: string): unknown => {
    if (
      schema instanceof z.ZodDefault ||
      schema instanceof z.ZodPrefault ||
      schema instanceof z.ZodNullable ||
      schema instanceof z.ZodOptional ||
      schema instanceof z.ZodLazy
    ) {
      return make(schema.unwrap(), path);
    }
    if (schema === momentSchema) {
      const words = canary(path, canaries);
      return { precision: 'unknown', value: '', approximate: false, words };
    }
    if (schema instanceof z.ZodObject) {
      const shape = schema.shape as Record<string, z.core.$ZodType>;
      return Object.fromEntries(
        Object.entries(shape).map(([key, field]) => [key, make(field, path === '' ? key : `${path}.${key}`)]),
      );
    }
    if (schema instanceof z.ZodArray) {
      // A tree of whys is two levels deep.
      return path.endsWith('.whys.whys.whys') ? [] : [make(schema.element, path)];
    }
    if (schema instanceof z.ZodRecord) return path === 'audiences' ? {} : { secret: canary(path, canaries) };
    if (schema instanceof z.ZodEnum) return schema.options[0];
    if (schema instanceof z.ZodLiteral) return schema.value;
    if (schema instanceof z.ZodNumber) return 1;
    if (schema instanceof z.ZodBoolean) return true;
    if (schema instanceof z.ZodString || schema instanceof z.ZodISODateTime) {
      const text = canary(path, canaries);
      if (schema.safeParse(text).success) return text;
      canaries.delete(path);
      return OTHER_STRINGS.find((other) => schema.safeParse(other).success);
    }
    throw new Error(`The canaries do not know how to fill ${path}.`);
  };
  const coe = coeSchema.parse({ ...(make(coeSchema, '') as object), kind: 'outage', visibility: 'private' });
  // Words typed for a date mean something only while there is no date.
  for (const action of coe.sections.actions.items) Object.assign(action, { due: null, doneOn: null, checkDate: null });
  return { coe, canaries };
}

/** A text that stands nowhere else: letters with an accent, which encodings treat differently. */
function canary(path: string, canaries: Map<string, string>): string {
  const letters = [...String(canaries.size + 100)].map((digit) => String.fromCodePoint(98 + Number(digit))).join('');
  const text = `zé${letters}kanarienvögel`;
  canaries.set(path, text);
  return text;
}

/** Never in a copy, whatever its label. */
const NEVER =
  /^(?:links|statusHistory|dismissed|source|unplaced|patternIds)\b|(?:^|\.)(?:id|causeId|coeId|doneOnWords)$/;

/** Tells of the path of a canary whether the labels of a COE let it go to a coach; `partOf` is the part it is in. */
export function canaryLabels(canaries: CanaryCoe['canaries']) {
  /** Where rows are, so that the path of a field can name the row. */
  const lists = [...canaries.keys()].flatMap((path) => (path.endsWith('.id') ? [path.slice(0, -'.id'.length)] : []));
  /** The part that a canary is in: `sections.actions.items.owner` is in the only row of `sections.actions.items`. */
  const partOf = (path: string): string => {
    const list = lists.filter((each) => path.startsWith(`${each}.`)).toSorted((a, b) => b.length - a.length)[0];
    if (list === undefined) return path;
    const own = /^(sections\.whys\.(?:happened|unnoticed))/.exec(list)?.[1];
    const row = canaries.get(`${list}.id`) ?? '';
    const outer = own ?? (list.includes('.checks') ? partOf(list) : list);
    return `${rowPart(outer, row)}${path.slice(list.length)}`;
  };
  const isShown = (coe: Coe, path: string): boolean =>
    !NEVER.test(path) && isLetOut(labelOf(coe, partOf(path)), 'coaching');
  return { partOf, isShown };
}

/** The forms in which a text may be hidden in bytes, each as a pattern of bytes in latin1. */
export function encodingsOf(text: string): ReadonlyMap<string, string> {
  const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = (hex: (code: string) => string): string =>
    Array.from(text, (letter) => `\\u${hex((letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))}`).join('');
  const base64 = (before: number): string => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    // The first and last letters depend on what is around the text.
    return whole.slice(before === 0 ? 0 : 4, -4);
  };
  return new Map([
    ['UTF-8', latin(Buffer.from(text))],
    ['UTF-16 LE', latin(utf16)],
    ['UTF-16 BE', latin(Buffer.from(utf16).swap16())],
    ['escapes', escaped((hex) => hex)],
    [
      'escapes of letters beyond ASCII',
      text.replace(/[^\x20-\x7e]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    ],
    ['base64', base64(0)],
    ['base64 one byte on', base64(1)],
    ['base64 two bytes on', base64(2)],
    ['percent', encodeURIComponent(text)],
    ['NFD', latin(Buffer.from(text.normalize('NFD')))],
    ['capitals', latin(Buffer.from(text.toUpperCase()))],
    ['without accents', text.normalize('NFD').replace(/\p{M}/gu, '')],
  ]);
}

/** The encodings in which bytes have a text; empty when they do not have it at all. */
export function foundIn(bytes: Uint8Array, text: string): string[] {
  const latin = Buffer.from(bytes).toString('latin1');
  return [...encodingsOf(text)].filter(([, form]) => latin.includes(form)).map(([name]) => name);
}
