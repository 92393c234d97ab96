import { z } from 'zod';

import { COE_FORMAT, type Coe, CURRENT_SCHEMA_VERSION, coeSchema } from '../coe/coe.ts';
import { fillRowIds } from '../coe/fill-row-ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { quantity } from '../text/format.ts';
import type { FileFault } from './file-fault.ts';
import { parseJsonText } from './json-text.ts';
import { migrate, type RawCoe } from './migrations.ts';

const envelopeSchema = z.looseObject({ format: z.literal(COE_FORMAT), schemaVersion: z.number().int().min(1) });

/**
 * Reads the text of a COE file: parses JSON, checks format and version, migrates, validates, and fills in row ids.
 * Ignores a byte order mark. Fails with the reason and never throws.
 */
export function readCoe(text: string): Result<Coe, FileFault> {
  const json = parseJsonText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!json.ok) return json;
  return readCoeJson(json.value);
}

/** The same for JSON that is already parsed. */
export function readCoeJson(json: unknown): Result<Coe, FileFault> {
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return fail({ reason: 'not-a-coe', detail: describeIssues(envelope.error) });
  if (envelope.data.schemaVersion > CURRENT_SCHEMA_VERSION) {
    return fail({ reason: 'newer-version', version: envelope.data.schemaVersion });
  }
  const coe = coeSchema.safeParse(migrate(json as RawCoe));
  return coe.success ? ok(fillRowIds(coe.data)) : fail({ reason: 'invalid', detail: describeIssues(coe.error) });
}

/** Names up to three invalid paths for whoever repairs the file. Never quotes the text; empty when there is no path. */
function describeIssues(error: z.ZodError): string {
  const paths = [...new Set(error.issues.map((issue) => issue.path.join(' › ')).filter((path) => path !== ''))];
  if (paths.length === 0) return '';
  const named = paths.slice(0, 3).map((path) => `“${path}”`);
  const more = paths.length - named.length;
  return `Look at ${named.join(', ')}${more > 0 ? ` and ${quantity(more, 'more place')}` : ''}.`;
}
