import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

type Package = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
};
const readJson = (file: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const packages = Object.entries(readJson('package-lock.json')['packages'] as Record<string, Package>).filter(
  ([place]) => place !== '',
);
const shipped = packages.filter(([, entry]) => entry.dev !== true && entry.devOptional !== true);

/**
 * Packages that the app is bundled from, with all they bring; of many nothing ends up in it. Lower it when one goes;
 * raise it only with a reason.
 */
const MAX_SHIPPED = 301;

/** Licences that let the app be passed on under its own. A package under another has to be looked at by a person. */
const LICENCES = new Set(
  [
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'CC-BY-4.0',
    'Unlicense',
    'Python-2.0',
    'OFL-1.1',
    'MPL-1.1',
    'MPL-2.0',
    'WTFPL',
    'Zlib',
  ].map((name) => name.toLowerCase()),
);

describe('the lock file', () => {
  it('has a strong hash for every package, all from the registry', () => {
    const loose = packages.filter(
      ([, { link, integrity, resolved }]) =>
        link !== true &&
        (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ||
          !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')),
    );
    expect(loose.map(([place]) => place)).toEqual([]);
  });

  it('pins every version in package.json exactly', () => {
    const { dependencies, devDependencies } = readJson('package.json') as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages.find(([place]) => place === `node_modules/${name}`)?.[1].version, name).toBe(version);
    }
  });

  it('adds no uncounted package to the app', () => {
    expect(shipped.length).toBeGreaterThan(20);
    expect(shipped.length).toBeLessThanOrEqual(MAX_SHIPPED);
  });

  it('adds no package with an install script to the app', () => {
    expect(shipped.filter(([, entry]) => entry.hasInstallScript === true).map(([place]) => place)).toEqual([]);
  });

  it('adds no package with an unreviewed licence to the app', () => {
    const unknown = shipped.flatMap(([place, { license }]) => {
      const named = license ?? licenceIn(place);
      return mayShip(typeof named === 'object' ? named.type : named) ? [] : [`${place}: ${JSON.stringify(named)}`];
    });
    expect(unknown).toEqual([]);
  });
});

/** What the package says of itself, where the lock file does not. */
function licenceIn(place: string): string {
  if (!existsSync(path.join(root, place, 'package.json'))) return 'not installed';
  const { license, licenses } = readJson(path.join(place, 'package.json')) as Package;
  return (typeof license === 'object' ? license.type : license) ?? licenses?.[0]?.type ?? 'none';
}

/** A choice is fine if one of it is; of a combination all have to be. */
const mayShip = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((name) => LICENCES.has(name.trim().toLowerCase())));
