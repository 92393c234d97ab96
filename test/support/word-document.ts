import { zipOf } from './archives.ts';

/** The namespace of the parts of a Word document. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** The content types of its parts. */
export const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
/** The relationships of a part: the last word of each type, and its target. */
export const relations = (...targets: [string, string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
export const heading = (level: number, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const STYLES = `<w:styles ${W}>${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`;

/** A Word document with this body. `more` replaces or adds parts. */
export const docx = (body: string, more: Record<string, string | Uint8Array> = {}) =>
  zipOf({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['styles', 'styles.xml'], ['comments', 'comments.xml']),
    'word/styles.xml': STYLES,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="Kim" w:initials="K"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>`,
    ...more,
  });
