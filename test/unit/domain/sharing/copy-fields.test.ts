import { expect, it } from 'vitest';
import { z } from 'zod';

import { coeSchema } from '#domain/coe/coe.ts';
import { COPY_FIELDS, type FieldRules, NEVER_COPIED } from '#domain/sharing/copy-fields.ts';

/** The schema beneath defaults, null and laziness. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps =
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodLazy;
  return wraps ? unwrap(schema.unwrap()) : schema;
}

/** The paths of the fields of the schema that are neither listed nor among those that are never copied. */
function unlisted(
  schema: z.core.$ZodType,
  rules: FieldRules,
  path: string,
  isRow: boolean,
  seen: FieldRules[],
): string[] {
  if (!(schema instanceof z.ZodObject)) return [`${path} is no object`];
  const shape = schema.shape as Record<string, z.core.$ZodType>;
  return Object.entries(shape).flatMap(([key, field]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (NEVER_COPIED.includes(at) || (isRow && key === 'id')) return [];
    const rule = rules[key];
    if (rule === undefined) return [at];
    if (typeof rule === 'string') return [];
    const inner = unwrap(field);
    if ('fields' in rule) return unlisted(inner, rule.fields, at, false, seen);
    if (!(inner instanceof z.ZodArray)) return [`${at} is no list`];
    if (seen.includes(rule.rows)) return [];
    return unlisted(unwrap(inner.element), rule.rows, at, true, [...seen, rule.rows]);
  });
}

it('every field of a COE is listed or never copied: a new field is private until someone lists it', () => {
  expect(unlisted(coeSchema, COPY_FIELDS, '', false, [])).toEqual([]);
});

it('a field that nobody lists is found, wherever it is', () => {
  const { title: _title, ...rules } = COPY_FIELDS;
  expect(unlisted(coeSchema, rules, '', false, [])).toEqual(['title']);
  const more = coeSchema.extend({ sections: coeSchema.shape.sections.unwrap().extend({ secret: z.string() }) });
  expect(unlisted(more, COPY_FIELDS, '', false, [])).toEqual(['sections.secret']);
});
