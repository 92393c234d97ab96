import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));

/** The commands of a workflow: on the line of their key, or on the lines below that are indented further than it. */
function scriptsOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const key = /^[ -]*(?=run: )/.exec(line)?.[0].length;
    if (key === undefined) return [];
    const below = lines.slice(at + 1);
    const end = below.findIndex((each) => each.trim() !== '' && each.search(/\S/) <= key);
    return [[line, ...below.slice(0, end < 0 ? undefined : end)].join('\n').trimEnd()];
  });
}

test('the workflows use each action by its commit, whose version is beside it, because an owner can move a tag', () => {
  const uses = workflows.flatMap((text) => [...text.matchAll(/^[ -]*uses: (.+)$/gm)].map((found) => found[1] ?? ''));
  const foreign = uses.filter((use) => !use.startsWith('./'));
  expect(foreign.length).toBeGreaterThan(4);
  expect(foreign.filter((use) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  // One commit for each action, so that none is left behind when another is raised.
  const actions = new Set(foreign.map((use) => use.slice(0, use.indexOf('@'))));
  expect(new Set(foreign).size).toBe(actions.size);
});

test('the workflows may read the sources alone, except where a job says otherwise', () => {
  for (const text of workflows) expect(text).toMatch(/^permissions:\n {2}contents: read\n\S/m);
});

test('only the job that attests may get a token of identity, and only the one that publishes may write', () => {
  const jobs = workflows.flatMap((text) =>
    text
      .slice(text.indexOf('\njobs:\n'))
      .split(/\n(?= {2}[\w-]+:\n)/)
      .slice(1),
  );
  const granted = jobs.flatMap((job) => {
    const [, name = ''] = /^ {2}([\w-]+):/.exec(job) ?? [];
    return [...job.matchAll(/([\w-]+): write\b/g)].map((found) => `${name} ${found[1]}`);
  });
  expect(jobs.length).toBe(4);
  expect(granted).toEqual(['package id-token', 'package attestations', 'publish contents']);
  for (const text of workflows) expect(text).not.toMatch(/write-all|pull_request_target|secrets: inherit/);
});

test('what others name is no part of a script of the workflows', () => {
  // A branch or a title may hold a command; it is handed over in the environment.
  const scripts = workflows.flatMap(scriptsOf);
  expect(scripts.length).toBeGreaterThan(6);
  expect(scripts.some((script) => script.includes('\n'))).toBe(true);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

test('no package is made before every test has passed on the Electron that ships', () => {
  const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
  expect(read('test.yml')).toMatch(/run: node scripts\/release\/check-electron\.mjs\n\s+- run: npm test\n/);
  const release = read('release.yml');
  expect(release).toMatch(/^ {2}test:\n {4}uses: \.\/\.github\/workflows\/test\.yml\n {2}package:\n {4}needs: test\n/m);
  expect(release).toMatch(/^ {2}publish:\n {4}needs: package\n/m);
  // The packages hold that Electron too, and the version that the tag names.
  const [, before = ''] = /\n {2}package:\n([\s\S]*?)- run: npm run package\n/.exec(release) ?? [];
  expect(before).toContain('node scripts/release/check-electron.mjs');
  expect(before).toContain('node scripts/release/check-version.mjs "$TAG"');
});

test('a release is made only where two builds of its commit are the same', () => {
  const release = readFileSync(path.join(FOLDER, 'release.yml'), 'utf8');
  const [, before = ''] = /\n {2}package:\n([\s\S]*?)- run: npm run package\n/.exec(release) ?? [];
  expect(before).toMatch(/- if: runner\.os == 'Linux'\n +run: npm run test:reproducible\n/);
});
