import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { collectPackages } from '../../../scripts/release/collect-packages.mjs';
import { noteMadeFrom } from '../../../scripts/release/made-from.mjs';
import { sbomOf } from '../../../scripts/release/sbom.mjs';
import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

type Lock = Parameters<typeof sbomOf>[0];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** What CycloneDX 1.5 asks of the fields that are used. */
const component = z.strictObject({
  type: z.enum(['application', 'framework', 'library']),
  'bom-ref': z.string().min(1),
  name: z.string().min(1),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+/)
    .optional(),
  purl: z.string().regex(/^pkg:(?:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*|generic\/[\w.%-]+)$/),
  licenses: z
    .array(z.strictObject({ expression: z.string().min(1) }))
    .length(1)
    .optional(),
  hashes: z
    .array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }))
    .optional(),
});
const bom = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  version: z.literal(1),
  metadata: z.strictObject({ component }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const facts = { lock, bundled: [], commit: COMMIT, electron: '33.2.1', platform: 'linux', node: 'v24.9.0', env: {} };

/** Two small packages in a folder for what was made, one of them as an archive that tar reads, and what was collected. */
async function collected() {
  const dist = temporaryFolder();
  mkdirSync(path.join(dist, 'linux-unpacked'));
  writeFileSync(path.join(dist, 'linux-unpacked', 'once'), '#!/bin/sh\n');
  execFileSync('tar', ['-czf', path.join(dist, 'once-1.2.3.tar.gz'), '-C', dist, 'linux-unpacked']);
  writeFileSync(path.join(dist, 'once_1.2.3_amd64.deb'), 'small');
  writeFileSync(path.join(dist, 'builder-debug.yml'), 'not a package');
  await noteMadeFrom(dist, 0, COMMIT);
  await collectPackages(dist, facts);
  const target = path.join(dist, 'to-release');
  const check = () => spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: target, encoding: 'utf8' });
  return { target, check };
}

const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('what is released', () => {
  it('has a checksum for every file, and a changed byte is noticed', async (context) => {
    skipWithout('sha256sum', context);
    const { target, check } = await collected();
    const files = readdirSync(target).filter((name) => name !== 'SHA256SUMS');
    expect(files.toSorted()).toEqual([
      'once-1.2.3.tar.gz',
      'once-linux.cdx.json',
      'once-linux.provenance.json',
      'once_1.2.3_amd64.deb',
    ]);
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout.trim().split('\n').toSorted()).toEqual(files.map((name) => `${name}: OK`).toSorted());
    for (const name of files) {
      const whole = readFileSync(path.join(target, name));
      const changed = Buffer.from(whole);
      changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
      writeFileSync(path.join(target, name), changed);
      expect(check().status, name).toBe(1);
      writeFileSync(path.join(target, name), whole);
    }
    expect(check().status).toBe(0);
  });

  it('comes with its provenance: the commit, and each file by its digest', async () => {
    const { target } = await collected();
    const said = JSON.parse(readFileSync(path.join(target, 'once-linux.provenance.json'), 'utf8'));
    expect(said).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/provenance/v1',
    });
    const { buildDefinition, runDetails } = said.predicate;
    expect(buildDefinition.resolvedDependencies).toEqual([{ name: 'once', digest: { gitCommit: COMMIT } }]);
    expect(buildDefinition.internalParameters).toEqual({ node: 'v24.9.0', electron: '33.2.1' });
    expect([typeof buildDefinition.buildType, typeof runDetails.builder.id]).toEqual(['string', 'string']);
    const names = ['once-1.2.3.tar.gz', 'once_1.2.3_amd64.deb', 'once-linux.cdx.json'];
    expect(said.subject).toEqual(
      names.map((name) => ({ name, digest: { sha256: sha256Of(path.join(target, name)) } })),
    );
  });

  it('is not collected where there is no package', async () => {
    await expect(collectPackages(temporaryFolder(), facts)).rejects.toThrow('There is no package');
  });

  it('is not collected when a package is from another commit, or from none', async () => {
    const dist = temporaryFolder();
    const older = path.join(dist, 'once-1.2.2.tar.gz');
    writeFileSync(older, 'older');
    await expect(collectPackages(dist, facts)).rejects.toThrow('once-1.2.2.tar.gz was not made from the commit');
    await noteMadeFrom(dist, 0, 'fedcba9876543210fedcba9876543210fedcba98');
    utimesSync(older, 1, 1);
    writeFileSync(path.join(dist, 'once-1.2.3.tar.gz'), 'newer');
    await noteMadeFrom(dist, 2000, COMMIT);
    await expect(collectPackages(dist, facts)).rejects.toThrow('once-1.2.2.tar.gz was not made from the commit');
    rmSync(older);
    expect(await collectPackages(dist, facts)).toContain('  once-1.2.3.tar.gz\n');
    await noteMadeFrom(dist, 0, null);
    await expect(collectPackages(dist, facts)).rejects.toThrow('once-1.2.3.tar.gz was not made from the commit');
  });

  it('is not collected when a package was made again in a run that failed', async () => {
    const dist = temporaryFolder();
    const deb = path.join(dist, 'once_1.2.3_amd64.deb');
    writeFileSync(deb, 'made');
    await noteMadeFrom(dist, 0, COMMIT);
    // Only a run that made everything notes the commit.
    writeFileSync(deb, 'made again');
    await expect(collectPackages(dist, facts)).rejects.toThrow('once_1.2.3_amd64.deb was not made from the commit');
    await noteMadeFrom(dist, 0, COMMIT);
    expect(await collectPackages(dist, facts)).toContain('  once_1.2.3_amd64.deb\n');
  });
});

/** A few packages of the lock file, and one that is inside another without being in the lock file. */
const bundled = [
  ...['react', 'react-dom', 'scheduler', 'docx'].map((name) => ({
    name,
    version: String(lock.packages[`node_modules/${name}`]?.version),
    licence: String(lock.packages[`node_modules/${name}`]?.license),
  })),
  { name: '@inside/another', version: '4.5.0', licence: 'Apache-2.0' },
  { name: 'libc++', version: '', licence: 'Apache-2.0 WITH LLVM-exception' },
];

describe('the list of what the app is made of', () => {
  const made = sbomOf(lock, '33.2.1', bundled);

  it('has the shape of CycloneDX 1.5, and each reference in it leads somewhere', () => {
    const { components, dependencies, metadata } = bom.parse(JSON.parse(JSON.stringify(made)));
    const refs = [metadata.component, ...components].map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const named = dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
  });

  it('names Electron and exactly the packages that are bundled, with their licences', () => {
    const listed = made.components.map(
      (each) => `${each.name}@${each.version ?? ''} ${each.licenses?.[0]?.expression}`,
    );
    const expected = bundled.map((each) => `${each.name}@${each.version} ${each.licence}`);
    expect(listed.toSorted()).toEqual([...expected, 'electron@33.2.1 MIT'].toSorted());
    expect(made.components.filter((each) => each.hashes === undefined).map((each) => each.name)).toEqual([
      '@inside/another',
      'libc++',
      'electron',
    ]);
  });

  it('names code that is no package without a version', () => {
    const found = made.components.find((each) => each.name === 'libc++');
    expect(found).toMatchObject({ 'bom-ref': 'libc++', purl: 'pkg:generic/libc%2B%2B' });
    expect(found).not.toHaveProperty('version');
  });

  it('says what each of them depends on, and that the app has what none of them does', () => {
    const dependsOn = (name: string) => {
      const found = made.dependencies.find(({ ref }) => ref.startsWith(`${name}@`));
      return found?.dependsOn.map((ref) => ref.replace(/(?<=.)@.*$/, ''));
    };
    expect(dependsOn('react-dom')).toEqual(['react', 'scheduler']);
    expect(dependsOn('once')).toEqual(['@inside/another', 'docx', 'electron', 'libc++', 'react-dom', 'react']);
  });

  it('is the same for the same lock file, and has another number for another one', () => {
    expect(sbomOf(lock, '33.2.1', bundled)).toEqual(made);
    expect(sbomOf(lock, '45.4.1', bundled).serialNumber).not.toBe(made.serialNumber);
  });
});
