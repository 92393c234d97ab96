import { COE_FORMAT, type Coe, coeSchema, CURRENT_SCHEMA_VERSION } from '../coe/coe.ts';
import { fillRowIds } from '../coe/fill-row-ids.ts';
import { instantFrom } from '../clock.ts';
import { COPY_FIELDS, type FieldRule, type FieldRules } from './copy-fields.ts';
import type { CopyBody } from './share-file.ts';

/**
 * A COE to show or to print what is in a copy. It has the fields that COPY_FIELDS lists and no others, whatever else is
 * in the body, and the id that is passed in. Null when the fields are not those of a COE.
 */
export function coeOfCopy(body: Pick<CopyBody, 'coe' | 'coeKind' | 'on'>, id: string): Coe | null {
  const made = instantFrom(() => Date.parse(body.on));
  const read = coeSchema.safeParse({
    ...(copyOfFields(body.coe, COPY_FIELDS) as object),
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id,
    kind: body.coeKind,
    depth: 'full',
    createdAt: made,
    updatedAt: made,
  });
  return read.success ? fillRowIds(read.data) : null;
}

/** What is listed, as it is. A value of another shape than its rule stays, and the schema refuses it. */
function copyOfFields(value: unknown, rules: FieldRules): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const source = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(rules).flatMap(([key, rule]): [string, unknown][] =>
      Object.hasOwn(source, key) ? [[key, copyOfField(source[key], rule)]] : [],
    ),
  );
}

function copyOfField(value: unknown, rule: FieldRule): unknown {
  if (typeof rule !== 'object') return value;
  if ('fields' in rule) return copyOfFields(value, rule.fields);
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    const copy = copyOfFields(row, rule.rows);
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
    return typeof copy === 'object' && id !== undefined ? { id, ...copy } : copy;
  });
}
