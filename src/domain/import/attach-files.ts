import { attachmentAddress } from '../attachments/attachment-name.ts';
import { isPictureName } from '../attachments/picture-type.ts';
import { replaceFileReferences } from './file-references.ts';
import type { ImportedCoe } from './imported-report.ts';

/**
 * A COE whose texts name attachments of the library instead of files beside the report. `names` has the attachment for
 * each path, as `ReportAttachment` has it. What is no picture becomes a link.
 */
export function attachFiles(coe: ImportedCoe, names: ReadonlyMap<string, string>): ImportedCoe {
  if (names.size === 0) return coe;
  const attach = (text: string): string =>
    replaceFileReferences(text, ({ path, isPicture }) => {
      const name = names.get(path);
      return name === undefined
        ? null
        : { address: attachmentAddress(name), isPicture: isPicture && isPictureName(name) };
    });
  const attachIn = (value: unknown): unknown => {
    if (typeof value === 'string') return attach(value);
    if (Array.isArray(value)) return value.map(attachIn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, attachIn(inner)]));
  };
  return attachIn(coe) as ImportedCoe;
}
