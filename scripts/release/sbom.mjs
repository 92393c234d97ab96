import { createHash } from 'node:crypto';

/**
 * A package in package-lock.json, as far as it is read here.
 *
 * @typedef {{ version?: string, license?: string, integrity?: string, dependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string> }} LockedPackage
 */

/**
 * Lists what the app is made of, as CycloneDX 1.5: Electron, and the packages in its bundles and beside them, which are
 * those whose licences the build collects, with the code in their WebAssembly files. Their digests, and what depends on what, are from the lock file. What no
 * other package in the list depends on counts as a dependency of the app. The same packages give the same list.
 *
 * @param {{ name: string, version: string, packages: Readonly<Record<string, LockedPackage>> }} lock the parsed package-lock.json
 * @param {string} electron the version of Electron that is packaged
 * @param {readonly { name: string, version: string, licence: string }[]} bundled
 */
export function sbomOf({ name, version, packages }, electron, bundled) {
  const refs = bundled.map((each) => refOf(each.name, each.version));
  const refAt = (/** @type {string} */ place) => refOf(nameOf(place), packages[place]?.version ?? '');
  const places = Object.keys(packages).filter((place) => refs.includes(refAt(place)));
  const installed = places.map(refAt);
  /** By their place in the lock file; those that are not in it, by their name. */
  const components = new Map([
    ...places.map((place) => /** @type {const} */ ([place, componentOf(nameOf(place), packages[place])])),
    ...bundled
      .filter((_, at) => !installed.includes(String(refs[at])))
      .map((each) => /** @type {const} */ ([each.name, componentOf(each.name, { ...each, license: each.licence })])),
  ]);
  const own = { type: 'application', 'bom-ref': refOf(name, version), name, version, purl: purlOf(name, version) };
  const engine = { ...componentOf('electron', { version: electron, license: 'MIT' }), type: 'framework' };
  const refsOf = (/** @type {string} */ place) => {
    const { dependencies = {}, peerDependencies = {} } = packages[place] ?? {};
    const found = Object.keys({ ...dependencies, ...peerDependencies }).map((each) => placeOf(packages, place, each));
    return found.flatMap((each) => components.get(each)?.['bom-ref'] ?? []);
  };
  const below = [...components].map(([place, each]) => ({ ref: each['bom-ref'], dependsOn: unique(refsOf(place)) }));
  const named = new Set(below.flatMap(({ dependsOn }) => dependsOn));
  const others = below.map(({ ref }) => ref).filter((ref) => !named.has(ref));
  const dependencies = [
    { ref: own['bom-ref'], dependsOn: unique([...refsOf(''), ...others, engine['bom-ref']]) },
    ...below,
  ];
  const listed = {
    metadata: { component: own },
    components: [...new Map([...components.values(), engine].map((each) => [each['bom-ref'], each])).values()],
    dependencies: [...new Map(dependencies.map((each) => [each.ref, each])).values()],
  };
  const hash = createHash('sha256').update(JSON.stringify(listed)).digest('hex');
  const serialNumber = `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber, version: 1, ...listed };
}

/**
 * @param {string} name
 * @param {LockedPackage | undefined} locked
 */
function componentOf(name, { version = '', license, integrity } = {}) {
  const digest = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  return {
    type: 'library',
    'bom-ref': refOf(name, version),
    name,
    ...(version === '' ? {} : { version }),
    purl: purlOf(name, version),
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    ...(digest === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }),
  };
}

/**
 * @param {string} name
 * @param {string} version empty for code that is no package, in a WebAssembly file
 */
const purlOf = (name, version) =>
  version === '' ? `pkg:generic/${encodeURIComponent(name)}` : `pkg:npm/${name.replace('@', '%40')}@${version}`;

/**
 * @param {string} name
 * @param {string} version
 */
const refOf = (name, version) => (version === '' ? name : `${name}@${version}`);

/** @param {string} place such as `node_modules/a/node_modules/@b/c` */
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Where Node finds a package that another one imports: the nearest folder above. Empty if it is not installed.
 *
 * @param {Readonly<Record<string, unknown>>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string}
 */
function placeOf(packages, from, name) {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (place in packages) return place;
  return from === '' ? '' : placeOf(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/** @param {readonly string[]} refs */
const unique = (refs) => [...new Set(refs)].toSorted();
