import { attachmentNameIn, MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { pathBeside } from '#domain/import/archive-reading.ts';
import { attachFiles } from '#domain/import/attach-files.ts';
import type { ImportedReport, ReportAttachment } from '#domain/import/imported-report.ts';
import type { ImportStore } from '#main/library/library-api.ts';

import type { ReadAttachment } from './attachment-reader.ts';
import type { FoundAttachment } from './import-tasks.ts';
import { sentenceFor } from './sentence-for.ts';

/** A report whose pictures and files are in the library; `attachments` are their names, each once. */
export type ReportWithAttachments = { readonly report: ImportedReport; readonly attachments: ReadonlySet<string> };

/** Where attachments are read from, and the library they are copied to. */
export type CopyAttachmentsDeps = {
  readonly target: ImportStore;
  readonly readAttachment: ReadAttachment;
  /**
   * Called with the name of each attachment before a COE names it, if the library did not have it. Null for a dry run.
   */
  readonly onAdded: ((name: string) => void) | null;
};

/** Copies the pictures and files of reports into the library. */
export type AttachmentCopier = {
  /** Copies those of a report and lets its texts name them. What cannot be copied keeps its path and is a doubt. */
  readonly copy: (report: ImportedReport) => Promise<ReportWithAttachments>;
  /** The paths of all files that were copied, and of those that a dry run would copy. */
  readonly paths: () => ReadonlySet<string>;
};

/** What became of a file: its name in the library, or a sentence. A dry run has no names and uses the path. */
type Copied = { readonly name: string } | { readonly doubt: string };

/** Creates a copier for one import, which reads each file once. */
export function createAttachmentCopier({ target, readAttachment, onAdded }: CopyAttachmentsDeps): AttachmentCopier {
  const known = new Map<string, Copied>();
  const paths = new Set<string>();

  async function copyFile(path: string, fileName: string): Promise<Copied | null> {
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = await readAttachment(path, onAdded !== null);
    if (found.is === 'missing') return null;
    const copied = await addFound(found, path, fileName);
    if ('name' in copied) paths.add(path);
    known.set(path, copied);
    return copied;
  }

  async function addFound(
    found: Exclude<FoundAttachment, { is: 'missing' }>,
    path: string,
    fileName: string,
  ): Promise<Copied> {
    if (found.is === 'too-large' || (found.is === 'found' && (found.bytes?.length ?? 0) > MAX_ATTACHMENT_BYTES))
      return { doubt: `“${fileName}” is larger than 15 MB and was not copied.` };
    if (found.is === 'refused') return { doubt: `“${fileName}” was not copied. ${found.reason}` };
    if (found.bytes === null || onAdded === null) return { name: path };
    const added = await target.addAttachment(found.bytes, fileName);
    if (!added.ok) return { doubt: `“${fileName}” was not copied. ${sentenceFor(added.error)}` };
    if (added.value.isNew) onAdded(added.value.name);
    return { name: added.value.name };
  }

  return {
    paths: () => paths,
    copy: async (report) => {
      const names = new Map<string, string>();
      const doubts: string[] = [];
      for (const attachment of report.attachments) {
        // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
        const copied = await copyFirst(report, attachment);
        if (copied === null) continue;
        if ('name' in copied) names.set(attachment.path, copied.name);
        else if (!doubts.includes(copied.doubt)) doubts.push(copied.doubt);
      }
      return {
        attachments: new Set(names.values()),
        report: {
          ...report,
          coe: onAdded === null ? report.coe : attachFiles(report.coe, names),
          doubts: [...report.doubts, ...doubts],
        },
      };
    },
  };

  /** Copies a file from where it may be; null when it is missing and nothing needs to be said. */
  async function copyFirst(report: ImportedReport, attachment: ReportAttachment): Promise<Copied | null> {
    const fileName = attachment.path.split('/').at(-1) ?? attachment.path;
    if (attachment.base64 !== undefined)
      return addFound({ is: 'found', bytes: Buffer.from(attachment.base64, 'base64') }, attachment.path, fileName);
    for (const path of placesOf(report.source.path, attachment.path)) {
      // oxlint-disable-next-line no-await-in-loop -- the first that is there
      const copied = await copyFile(path, fileName);
      if (copied !== null) return copied;
    }
    const ownName = attachmentNameIn(attachment.path);
    if (ownName !== null && (await target.hasAttachment(ownName))) return null;
    // Some formats say it themselves.
    if (report.doubts.some((doubt) => doubt.includes(fileName))) return null;
    return { doubt: `“${attachment.path}” was not found in what you chose, so it was not copied.` };
  }
}

/**
 * Where a file can be: beside the report, or below the top of what was picked, as in vaults. Attachments of Once are in
 * a folder beside that of the COEs, or above it.
 */
function placesOf(reportPath: string, path: string): string[] {
  const places = [pathBeside(reportPath, path), pathBeside('', path)];
  if (attachmentNameIn(path) !== null) {
    const folders = reportPath.split('/').slice(0, -1);
    for (let depth = folders.length - 1; depth > 0; depth -= 1)
      places.push(`${folders.slice(0, depth).join('/')}/${path}`);
  }
  return [...new Set(places)].filter((place) => place !== '');
}
