const CREATOR = /\/Creator \((?:[^()\\]|\\.|\([^()]*\))*\)/;

/**
 * The same PDF, which says that Once made it. Chromium names itself, the operating system and their versions instead,
 * which is nobody's business. The length stays, because a PDF refers to its parts by their place.
 */
export function withPlainCreator(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const found = CREATOR.exec(bytes.toString('latin1'));
  if (found !== null) bytes.write('/Creator (Once)'.padEnd(found[0].length), found.index, 'latin1');
  return bytes;
}
