/** The endings of photos that are not shown as pictures, of raw files of cameras, and of videos. */
const ENDINGS = new Set(
  (
    'heic heif hif avci tif tiff jxl jp2 jpx j2k jxr psd ' +
    'dng raw cr2 cr3 crw nef nrw arw sr2 srf orf rw2 raf pef srw x3f 3fr iiq ' +
    'mov qt mp4 m4v 3gp 3g2 avi mkv webm mts m2ts wmv'
  ).split(' '),
);

/** How such files begin: TIFF and raw files made like it, other raw files and pictures, Matroska and WebM, WMV. */
const BEGINNINGS = [
  'II*\0',
  'MM\0*',
  'II+\0',
  'MM\0+',
  'IIU\0',
  'IIRO',
  'IIRS',
  'II\u001A\0\0\0HEAPCCDR',
  'II\u00BC',
  'FUJIFILMCCD-RAW',
  'FOVb',
  '8BPS',
  '\u00FF\n',
  '\0\0\0\u000CJXL ',
  '\0\0\0\u000CjP  ',
  '\u001AE\u00DF\u00A3',
  '0&\u00B2u\u008Ef\u00CF\u0011',
];

/**
 * Whether a file is a photo or a video of a type whose details cannot be removed, by its content or by the ending that
 * it has. Such a file often says where and when it was taken, and by which camera.
 */
export function isPhotoOrVideo(name: string, bytes: Uint8Array): boolean {
  if (ENDINGS.has(name.split('.').at(-1) ?? '')) return true;
  const beginning = String.fromCodePoint(...bytes.subarray(0, 16));
  const first = beginning.slice(4, 8);
  // HEIC, MP4, MOV and others are made of parts. Of these types, only sound is a file like any other.
  if (first === 'ftyp') return !/^M4[AB] $/.test(beginning.slice(8, 12));
  if (bytes[0] === 0 && /^(?:moov|mdat|wide)$/.test(first)) return true;
  if (beginning.startsWith('RIFF')) return beginning.slice(8, 12) === 'AVI ';
  return BEGINNINGS.some((each) => beginning.startsWith(each));
}
