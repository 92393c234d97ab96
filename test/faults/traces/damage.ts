/**
 * Damages bytes in one of the ways in which disks, power cuts and other programs do; null takes the whole file away.
 */
export function damage(bytes: Buffer, chance: () => number): Buffer | null {
  const at = Math.floor(chance() * bytes.length);
  const way = Math.floor(chance() * 6);
  const damaged = Buffer.from(bytes);
  switch (way) {
    case 0:
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
      return damaged;
    case 1:
      return damaged.subarray(0, at);
    case 2:
      return damaged.fill(0, at); // what a power cut leaves of a file whose length was written and whose bytes were not
    case 3:
      return Buffer.concat([damaged.subarray(0, at), Buffer.from('\u0000{"x":['), damaged.subarray(at)]);
    case 4:
      return Buffer.concat([damaged.subarray(0, at), damaged.subarray(Math.min(bytes.length, at + 100))]);
    default:
      return null;
  }
}
