import { describe, expect, it } from 'vitest';

import { readDocx } from '#main/import/formats/read-docx.ts';
import { NO_CHOICES, zipOf } from '#test/support/archives.ts';
import { pngWith } from '#test/support/pictures.ts';
import { docx, heading, paragraph, relations, TYPES, W } from '#test/support/word-document.ts';

const BODY = [
  heading(1, 'Checkout was down'),
  heading(2, 'Impact'),
  paragraph('No orders.'),
  heading(2, 'Weather'),
  `<w:p><w:r><w:t>Rain.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
].join('');
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

  it('has its pictures as attachments, and says which it cannot show', async () => {
    const picture = (id: string, alt: string): string =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const content = await docx(BODY + picture('r5', 'The graph') + picture('r6', 'A drawing'), {
      '[Content_Types].xml': TYPES.replace(
        '<Override',
        '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override',
      ),
      'word/_rels/document.xml.rels': relations(['styles', 'styles.xml'], ['comments', 'comments.xml']).replace(
        '</Relationships>',
        ['png', 'emf']
          .map(
            (ending, index) =>
              `<Relationship Id="r${index + 5}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/p.${ending}"/>`,
          )
          .join('') + '</Relationships>',
      ),
      'word/media/p.png': pngWith({}),
      'word/media/p.emf': Buffer.from('drawing'),
    });
    const reading = await read(content);
    if (reading.is !== 'reports') throw new Error(JSON.stringify(reading));
    const [report] = reading.reports;
    expect(report?.attachments).toEqual([
      { path: 'embedded/file-1.png', alt: 'The graph', base64: Buffer.from(pngWith({})).toString('base64') },
    ]);
    expect(JSON.stringify(report?.coe)).toContain('![The graph](embedded/file-1.png)');
    expect(report?.doubts).toContain('Left out: 1 picture in a format that Once cannot show.');
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
