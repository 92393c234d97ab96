import { z } from 'zod';

/**
 * Returns the value without the keys that its schema does not name, at any depth. Such keys come from a newer version
 * or another program.
 */
export function withoutUnknownKeys<Value>(schema: z.ZodType<Value>, value: Value): Value {
  return strip(schema, value) as Value;
}

function strip(schema: z.core.$ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    return Array.isArray(value) ? value.map((item) => strip(inner.element, item)) : value;
  }
  if (!(inner instanceof z.ZodObject)) return value;
  const known: Record<string, z.core.$ZodType> = inner.shape;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const own = Object.hasOwn(known, key) ? known[key] : undefined;
      return own === undefined ? [] : [[key, strip(own, item)]];
    }),
  );
}

/** The schema beneath defaults, null and laziness. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodLazy
  ) {
    return unwrap(schema.unwrap());
  }
  return schema;
}
