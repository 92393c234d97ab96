import { describe, expect, it } from 'vitest';

import { readDocx } from '#main/import/formats/read-docx.ts';
import { NO_CHOICES, zipOf } from '#test/support/archives.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations = (...targets: [string, string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const heading = (level: number, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const STYLES = `<w:styles ${W}>${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`;

const BODY = [
  heading(1, 'Checkout was down'),
  heading(2, 'Impact'),
  paragraph('No orders.'),
  heading(2, 'Weather'),
  `<w:p><w:r><w:t>Rain.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
].join('');
const docx = (body: string, more: Record<string, string | Uint8Array> = {}) =>
  zipOf({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['styles', 'styles.xml'], ['comments', 'comments.xml']),
    'word/styles.xml': STYLES,
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="Kim" w:initials="K"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>`,
    ...more,
  });
const read = async (content: Uint8Array) => readDocx({ path: 'a/report.docx', content }, NO_CHOICES);

describe('a Word document', () => {
  it('is placed in the sections by its headings, with comments and the rest in Unplaced', async () => {
    const reading = await read(await docx(BODY));
    if (reading.is !== 'reports') throw new Error(JSON.stringify(reading));
    const [report] = reading.reports;
    expect(report?.coe.title).toBe('Checkout was down');
    expect(report?.coe.sections.customerImpact.prose).toBe('No orders.');
    expect(report?.coe.unplaced).toContain('Rain.');
    expect(report?.coe.unplaced).toContain('Really?');
    expect(report?.source).toMatchObject({ path: 'a/report.docx', format: 'docx' });
  });

  it('is refused when it is damaged', async () => {
    for (const content of [Buffer.from('PK\u0003\u0004'), Buffer.from(''), await zipOf({ 'a.txt': 'x' })]) {
      expect(await read(content)).toEqual({ is: 'refused', reason: 'This Word document is damaged.' });
    }
  });

  it('is refused when it declares entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY s SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${paragraph('&s;&a;')}</w:body></w:document>`;
    expect(await read(await docx('', { 'word/document.xml': bomb }))).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('entities'),
    });
  });

  it('is refused when it unpacks to far more than its size', async () => {
    const content = await docx(BODY, { 'word/media/zero.bin': new Uint8Array(20 * 1024 * 1024) });
    expect(await read(content)).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('far more than its size'),
    });
  });

  it('reads no file outside it', async () => {
    const linked = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="r9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const rels = relations(['styles', 'styles.xml']).replace(
      '</Relationships>',
      '<Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/></Relationships>',
    );
    const reading = await read(await docx(BODY + linked, { 'word/_rels/document.xml.rels': rels }));
    expect(JSON.stringify(reading)).not.toContain('root:');
    expect(JSON.stringify(reading)).not.toContain(Buffer.from('root:').toString('base64').slice(0, 6));
  });
});
