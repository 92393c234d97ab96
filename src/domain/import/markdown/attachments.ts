import type { ReportAttachment } from '../imported-report.ts';

const LINK = /(!?)\[([^\][]{0,300})\]\(\s*<?([^\s()<>]{1,1000})>?(?:\s+["'][^"'\n]{0,300}["'])?\s*\)/g;
const EMBED = /!\[\[([^\][|\n]{1,500})(?:\|[^\][\n]{0,100})?\]\]/g;
const IMAGE_TAG = /<img\b[^>]{0,500}?\bsrc=["']([^"']{1,1000})["'][^>]{0,500}>/gi;
const FILE =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|avif|heic|tiff?|pdf|txt|log|csv|tsv|json|ya?ml|xml|zip|gz|tgz|har|mp4|mov|webm|docx?|xlsx?|pptx?)$/i;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** The pictures and files that a report names by a path: where the report can find them, and their alternative text. */
export function attachmentsIn(markdown: string): ReportAttachment[] {
  const found = new Map<string, ReportAttachment>();
  const add = (address: string, alt: string, isPicture: boolean): void => {
    const path = decoded(address.replace(/[?#].*$/, ''));
    if (path === '' || ELSEWHERE.test(address) || (!isPicture && !FILE.test(path)) || found.has(path)) return;
    found.set(path, { path, alt });
  };
  for (const [, mark, alt = '', address = ''] of markdown.matchAll(LINK)) add(address, alt, mark === '!');
  for (const [, address = ''] of markdown.matchAll(EMBED)) add(address, '', true);
  for (const [, address = ''] of markdown.matchAll(IMAGE_TAG)) add(address, '', true);
  return [...found.values()];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
