import { replaceFileReferences } from '../file-references.ts';
import type { ReportAttachment } from '../imported-report.ts';

const FILE =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|avif|heic|tiff?|pdf|txt|log|csv|tsv|json|ya?ml|xml|zip|gz|tgz|har|mp4|mov|webm|docx?|xlsx?|pptx?)$/i;

/** The pictures and files that a report names by a path: where the report can find them, and their alternative text. */
export function attachmentsIn(markdown: string): ReportAttachment[] {
  const found = new Map<string, ReportAttachment>();
  replaceFileReferences(markdown, ({ path, label, isPicture }) => {
    if ((isPicture || FILE.test(path)) && !found.has(path)) found.set(path, { path, alt: label });
    return null;
  });
  return [...found.values()];
}
