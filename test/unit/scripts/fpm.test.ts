import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const FPM = fileURLToPath(new URL('../../../scripts/package/fpm.mjs', import.meta.url));

const EITHER = { deb: 'libnss3 | nss', rpm: '(libnss3 or nss)' };

/** A small program and its scripts, and the arguments with which electron-builder asks for a package of it. */
function request(target: 'deb' | 'rpm', file: string) {
  const folder = temporaryFolder();
  const program = path.join(folder, 'linux-unpacked');
  mkdirSync(path.join(program, 'resources'), { recursive: true });
  writeFileSync(path.join(program, 'once'), '#!/bin/sh\n');
  chmodSync(path.join(program, 'once'), 0o700);
  writeFileSync(path.join(program, 'resources', 'app.asar'), 'app', { mode: 0o600 });
  symlinkSync('once', path.join(program, 'link'));
  writeFileSync(path.join(folder, 'after-install'), '#!/bin/sh\necho "100%"\n');
  writeFileSync(path.join(folder, 'after-remove'), '#!/bin/sh\n');
  writeFileSync(path.join(folder, 'once.desktop'), '[Desktop Entry]\n');
  const made = path.join(folder, file);
  const args = [
    `-s dir --force -t ${target} --architecture amd64 --version 1.2.3~beta --name once --license MIT`.split(' '),
    ['-d', 'libgtk-3-0', '-d', EITHER[target]],
    target === 'deb' ? '--deb-recommends git --deb-compression gz --deb-priority optional'.split(' ') : [],
    target === 'rpm' ? '--rpm-os linux --rpm-compression gzip --rpm-summary Short'.split(' ') : [],
    ['--after-install', path.join(folder, 'after-install'), '--after-remove', path.join(folder, 'after-remove')],
    ['--description', target === 'deb' ? 'Short\n Long.' : 'Long.', '--package', made],
    ['--maintainer', 'A <a@once.invalid>', '--vendor', 'A', '--url', 'none', '--category', 'editors'],
    `${program}/=/opt/Once`,
    `${path.join(folder, 'once.desktop')}=/usr/share/applications/once.desktop`,
  ].flat();
  return { args, made };
}

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' });

describe('in place of fpm', () => {
  test('a deb holds the files with the rights of a package, what it needs and its scripts', (context) => {
    skipWithout('dpkg-deb', context);
    const { args, made } = request('deb', 'once.deb');
    run(FPM, ...args);
    const listed = run('dpkg-deb', '-c', made).split('\n');
    const rightsOf = (file: string) =>
      listed.find((line) => line.split(' ').includes(`./${file}`))?.match(/^\S+ \S+/)?.[0];
    expect(rightsOf('opt/Once/once')).toBe('-rwxr-xr-x root/root');
    expect(rightsOf('opt/Once/resources/app.asar')).toBe('-rw-r--r-- root/root');
    expect(rightsOf('opt/Once/link')).toBe('lrwxrwxrwx root/root');
    expect(rightsOf('usr/share/applications/once.desktop')).toBe('-rw-r--r-- root/root');
    const control = run('dpkg-deb', '-f', made);
    expect(control).toContain('Depends: libgtk-3-0, libnss3 | nss\n');
    expect(control).toContain('Recommends: git\n');
    expect(control).toContain('Version: 1.2.3~beta\n');
    expect(control).toContain('Description: Short\n Long.');
    expect(control).not.toContain('Homepage');
    const unpacked = temporaryFolder();
    run('dpkg-deb', '-R', made, unpacked);
    expect(readFileSync(path.join(unpacked, 'DEBIAN/postinst'), 'utf8')).toContain('echo "100%"');
    expect(spawnSync('md5sum', ['-c', '--quiet', 'DEBIAN/md5sums'], { cwd: unpacked }).status).toBe(0);
  });

  test('an rpm holds the same', (context) => {
    skipWithout('rpmbuild', context);
    const { args, made } = request('rpm', 'once.rpm');
    run(FPM, ...args);
    const listed = run('rpm', '-qlvp', made);
    expect(listed).toMatch(/^-rwxr-xr-x .* root +root .* \/opt\/Once\/once$/m);
    expect(listed).toMatch(/^-rw-r--r-- .* root +root .* \/opt\/Once\/resources\/app\.asar$/m);
    expect(listed).toMatch(/^-rw-r--r-- .* \/usr\/share\/applications\/once\.desktop$/m);
    expect(listed).not.toMatch(/ \/usr\/share$/m);
    expect(run('rpm', '-qp', '--qf', '%{ARCH} %{VERSION} %{SUMMARY}', made)).toBe('x86_64 1.2.3~beta Short');
    expect(run('rpm', '-qp', '--requires', made)).toContain('(libnss3 or nss)\n');
    expect(run('rpm', '-qp', '--scripts', made)).toContain('echo "100%"');
  });

  test('an option it does not know is refused, because fpm would make another package', () => {
    const { args } = request('deb', 'once.deb');
    const { status, stderr } = spawnSync(FPM, ['--deb-systemd', 'once.service', ...args], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('unknown option of fpm: --deb-systemd');
  });
});

test('desktops know a COE by how its file begins', () => {
  const type = readFileSync(fileURLToPath(new URL('../../../build/linux/once-coe.xml', import.meta.url)), 'utf8');
  const [value = ''] = /(?<=type="string" offset="0" value=")[^>]+(?="\/>)/.exec(type) ?? [];
  const beginning = value.replaceAll('&quot;', '"').replaceAll(String.raw`\n`, '\n');
  expect(ALL_EXAMPLES.length).toBeGreaterThan(0);
  for (const coe of ALL_EXAMPLES) expect(writeCoe(coe).slice(0, beginning.length)).toBe(beginning);
});
