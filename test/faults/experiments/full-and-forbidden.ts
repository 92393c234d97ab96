import { chownSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Result } from '#domain/result.ts';
import type { AppError, DiskErrorReason } from '#ipc/app-error.ts';

import { openForFaults } from '../children/open-for-faults.ts';
import { startChild } from '../children/start-child.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { mustRun, runTool, whileMounted } from '../mount.ts';
import { freshCoe } from '../subjects/fresh-coe.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import type { Workshop } from '../workshop.ts';

/** Something that stops saving for a while, and what people have to be told meanwhile. */
type Hindrance = {
  readonly fault: DiskErrorReason;
  /** Sets it up, or says why that cannot be done here. */
  readonly begin: (library: string, file: string) => Skipped | null;
  readonly end: (library: string, file: string) => void;
};

const onDisk = (name: string, options: readonly string[], hindrance: Hindrance): Experiment => ({
  name: `library: ${name}`,
  subject: 'library',
  fault: name,
  check: async (workshop) => {
    const place = workshop.folder();
    if (options.length === 0) return saveThrough(path.join(place, 'library'), hindrance);
    return whileMounted(options, place, () => saveThrough(path.join(place, 'library'), hindrance));
  },
});

/**
 * The old file has to stand, the right thing to be said, nothing to be left lying about, and the next try to go well.
 */
async function saveThrough(folder: string, { fault, begin, end }: Hindrance): Promise<Outcome | Skipped> {
  const { library } = await openForFaults(folder, { create: true });
  await library.whenComplete();
  const { coe, revision } = await freshCoe(library, 'before');
  const file = path.join(folder, 'coes', `${coe.id}.json`);
  const before = readFileSync(file, 'utf8');
  const longer = { ...coe, summary: 'many more words than there is room for. '.repeat(4000) };
  const broken: string[] = [];
  const skipped = begin(folder, file);
  if (skipped !== null) {
    await library.close();
    return skipped;
  }
  let refused = 0;
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const saved = await library.save(longer, revision);
      if (saved.ok) broken.push('it was acknowledged all the same');
      else if (saved.error.kind !== 'disk' || saved.error.reason !== fault) broken.push(`answered ${told(saved)}`);
      else refused += 1;
      if (readFileSync(file, 'utf8') !== before) broken.push('the old file is not as it was');
      if (temporaryFiles(folder).length > 0) broken.push('a temporary file is left');
    }
    const opened = await library.open(coe.id);
    if (!opened.ok) broken.push(`it cannot be read meanwhile: ${told(opened)}`);
  } finally {
    end(folder, file);
  }
  const again = await library.save(longer, revision);
  if (!again.ok) broken.push(`and afterwards: ${told(again)}`);
  else if (!readFileSync(file, 'utf8').includes('more words than there is room for'))
    broken.push('acknowledged and not on disk');
  await library.close();
  return { counts: { refused, 'saved afterwards': again.ok ? 1 : 0 }, broken };
}

const told = (result: Result<unknown, AppError>): string =>
  JSON.stringify(result.ok ? 'yes' : result.error).slice(0, 200);

const isRoot = process.getuid?.() === 0;
const needsRoot: Skipped = { skipped: 'only root may do this' };

/** A flag of the file system that stops even root, where it has one. */
const immutable = (which: 'folder' | 'file'): Hindrance => {
  const target = (library: string, file: string): string => (which === 'file' ? file : path.join(library, 'coes'));
  return {
    fault: 'not-permitted',
    begin: (library, file) => {
      const trouble = isRoot ? runTool('chattr', '+i', target(library, file)) : needsRoot.skipped;
      return trouble === null ? null : { skipped: trouble };
    },
    end: (library, file) => mustRun('chattr', '-i', target(library, file)),
  };
};

const filler = (library: string): string => path.join(path.dirname(library), 'filler');

const full: Hindrance = {
  fault: 'full',
  begin: (library) => {
    try {
      writeFileSync(filler(library), Buffer.alloc(1 << 20));
    } catch {
      // it is full now, which is what was wanted
    }
    return null;
  },
  end: (library) => rmSync(filler(library)),
};

const readOnly: Hindrance = {
  fault: 'read-only',
  begin: (library) => {
    const trouble = runTool('mount', '-o', 'remount,ro', path.dirname(library));
    return trouble === null ? null : { skipped: trouble };
  },
  end: (library) => mustRun('mount', '-o', 'remount,rw', path.dirname(library)),
};

/** Another person's folder: root may write anywhere, so an ordinary user has to try. */
const anothersFolder: Experiment = {
  name: 'library: a folder of another person',
  subject: 'library',
  fault: 'a folder that an ordinary user may not write to',
  check: async (workshop: Workshop) => {
    if (!isRoot || runTool('setpriv', '--version') !== null) return needsRoot;
    const home = workshop.folder();
    const folder = path.join(home, 'library');
    const { library } = await openForFaults(folder, { create: true });
    await library.whenComplete();
    const { coe, revision } = await freshCoe(library, 'before');
    await library.close();
    const file = path.join(folder, 'coes', `${coe.id}.json`);
    const before = readFileSync(file, 'utf8');
    for (const each of [path.dirname(home), home, folder, path.join(folder, 'coes')]) chmodSync(each, 0o755);
    chmodSync(file, 0o644);
    const nobody = workshop.folder();
    chownSync(nobody, 65_534, 65_534);
    const child = startChild('saving-once-child', [folder, nobody, coe.id, revision], {
      prefix: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
      env: { ...process.env, NODE_COMPILE_CACHE: '', HOME: nobody, TMPDIR: nobody },
    });
    await child.ended;
    const broken: string[] = [];
    const [answer] = child.told;
    if (answer?.['fault'] !== 'not-permitted')
      broken.push(`answered ${JSON.stringify(answer) ?? child.complaint().slice(-300)}`);
    if (answer?.['writable'] !== false) broken.push('the library does not say that it cannot be written to');
    if (readFileSync(file, 'utf8') !== before) broken.push('the old file is not as it was');
    return { counts: { refused: child.told.length }, broken };
  },
};

/** Disks that are full, and files and folders that may not be written. */
export const FULL_AND_FORBIDDEN: readonly Experiment[] = [
  onDisk('a full disk', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs'], full),
  onDisk('a disk that turns read-only', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs'], readOnly),
  onDisk('a folder that may not be changed', [], immutable('folder')),
  onDisk('a file that may not be changed', [], immutable('file')),
  anothersFolder,
];
