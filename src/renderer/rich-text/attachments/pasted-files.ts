import { parseForeignHtml } from '../paste/parse-foreign-html.ts';
import { isPlainPaste } from '../paste/plain-paste.ts';

/**
 * The files on a clipboard that are meant as files. Spreadsheets and word processors add a picture of the text that was
 * copied: there the text is meant. It is not when the HTML is a picture alone, as when an image is copied in a browser,
 * or when the text only says where the files are, as some tools for screenshots and file managers write it.
 */
export function pastedFiles(data: DataTransfer | null): File[] {
  if (data === null || data.files.length === 0 || isPlainPaste()) return [];
  const files = [...data.files];
  const html = data.getData('text/html');
  const areMeant = html.trim() === '' ? namesFiles(data.getData('text/plain'), files) : isPictureAlone(html);
  return areMeant ? files : [];
}

function isPictureAlone(html: string): boolean {
  const { body } = parseForeignHtml(html);
  for (const unseen of body.querySelectorAll('style, script')) unseen.remove();
  return body.querySelector('img, picture') !== null && body.textContent.trim() === '';
}

/** Whether a text has no line but addresses, paths or names of the files, and no more of them than there are files. */
function namesFiles(text: string, files: readonly File[]): boolean {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const said = lines.filter((line) => line !== '');
  return (
    said.length <= files.length &&
    said.every((line) => isAddress(line) || isPath(line, files) || files.some(({ name }) => name === line))
  );
}

const isAddress = (line: string): boolean => /^(?:https?|file|data|blob):\S+$/i.test(line);

/**
 * Whether a line is a path from the root, such as `C:\shot.png`, to one of the files or to a picture. Prose may begin
 * with a path too.
 */
function isPath(line: string, files: readonly File[]): boolean {
  if (!/^(?:\/|~\/|[a-z]:[\\/]|\\\\)/i.test(line)) return false;
  const last = line.split(/[\\/]/).at(-1);
  return files.some(({ name }) => name === last) || PICTURE.test(line);
}

const PICTURE = /\.(?:avif|bmp|gif|heic|jpe?g|jxl|png|svg|tiff?|webp)$/i;
