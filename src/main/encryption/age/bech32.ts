/** Bech32 (BIP 173), the encoding of age keys. Unlike BIP 173, it does not limit the length to 90 characters. */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_LENGTH = 6;

/** Encodes bytes with a prefix, in lower case. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  const words = regroup(bytes, 8, 5, true) ?? [];
  const checksum = checksumOf(prefix, words);
  return `${prefix}1${[...words, ...checksum].map((word) => ALPHABET.charAt(word)).join('')}`;
}

/** Decodes bytes; null if the prefix differs, the checksum is wrong, or upper and lower case are mixed. */
export function fromBech32(prefix: string, text: string): Buffer | null {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return null;
  if (!lower.startsWith(`${prefix}1`)) return null;
  const words = Array.from(lower.slice(prefix.length + 1), (character) => ALPHABET.indexOf(character));
  if (words.includes(-1) || words.length < CHECKSUM_LENGTH) return null;
  if (polymod([...expand(prefix), ...words]) !== 1) return null;
  const bytes = regroup(words.slice(0, -CHECKSUM_LENGTH), 5, 8, false);
  return bytes === null ? null : Buffer.from(bytes);
}

function checksumOf(prefix: string, words: readonly number[]): number[] {
  const value = polymod([...expand(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  return Array.from({ length: CHECKSUM_LENGTH }, (_, index) => (value >>> (5 * (CHECKSUM_LENGTH - 1 - index))) & 31);
}

const codesOf = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

const expand = (prefix: string): number[] => [
  ...codesOf(prefix).map((code) => code >>> 5),
  0,
  ...codesOf(prefix).map((code) => code & 31),
];

function polymod(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    GENERATORS.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}

/** Converts groups of `from` bits to groups of `to` bits; null if the bits left over are more than padding. */
function regroup(groups: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  for (const group of groups) {
    held = ((held << from) | group) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((held >>> bits) & ((1 << to) - 1));
    }
  }
  const rest = held & ((1 << bits) - 1);
  if (pad) {
    if (bits > 0) out.push(rest << (to - bits));
    return out;
  }
  return bits >= from || rest !== 0 ? null : out;
}
