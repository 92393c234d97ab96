import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { gitEnvironment, gitOptions, sshArguments, sshCommandLine } from '#main/team/git/git-environment.ts';
import { findGitProgram } from '#main/team/git/git-program.ts';
import { allowedSettings, configurationText, writeOwnConfiguration } from '#main/team/git/own-configuration.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folders = { gitDir: '/own/library.git', configFile: '/own/gitconfig', emptyFolder: '/own/empty' };
const OWN = gitEnvironment({}, folders, 'ssh');

it('no variable of git, ssh or the loader passes from the environment', () => {
  const name = fc.oneof(
    fc.stringMatching(/^(?:GIT|SSH|LD|DYLD|NODE|ELECTRON|BASH|PERL|PYTHON)_[A-Z_]{1,20}$/),
    fc.constantFrom(
      'GIT_DIR',
      'git_dir',
      'Git_Ssh_Command',
      'SSH_ASKPASS',
      'EDITOR',
      'VISUAL',
      'PAGER',
      'LESSOPEN',
      'ENV',
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (parent) => {
      const { SSH_AUTH_SOCK: _, SSH_AGENT_PID: __, ...hostile } = parent;
      expect(gitEnvironment(hostile, folders, 'ssh')).toEqual(OWN);
    }),
    { numRuns: 2_000 },
  );
});

it('the agent, the home, the search path and the proxy pass, on Windows in any case', () => {
  const parent = { PATH: '/bin', HOME: '/home/ada', SSH_AUTH_SOCK: '/agent', https_proxy: 'p:1', SystemRoot: 'C:\\W' };
  expect(gitEnvironment(parent, folders, 'ssh')).toEqual({ ...OWN, ...parent });
  expect(OWN).toMatchObject({
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    GIT_DIR: folders.gitDir,
  });
});

it('a call that stays on this computer may use no protocol, and others one', () => {
  const settingsOf = (options: readonly string[]): string[] =>
    options.filter((_, index) => options[index - 1] === '-c');
  const local = settingsOf(gitOptions('/own/empty', []));
  for (const setting of [
    'core.hooksPath=/own/empty',
    'core.fsmonitor=false',
    'safe.bareRepository=explicit',
    'protocol.allow=never',
    'transfer.fsckObjects=true',
    'fetch.fsckObjects=true',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    'http.followRedirects=false',
    'http.sslVerify=true',
  ]) {
    expect(local).toContain(setting);
  }
  const allowed = (options: readonly string[]): string[] =>
    settingsOf(options).filter((setting) => setting.endsWith('allow=always'));
  expect(allowed(gitOptions('/e', []))).toEqual([]);
  expect(allowed(gitOptions('/e', ['ssh']))).toEqual(['protocol.ssh.allow=always']);
});

it('the line for ssh reaches it word for word through a shell', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
        { maxLength: 5 },
      ),
      (args) => {
        const line = `${sshCommandLine('printf', ['%s\\0', 'x', ...args])}`;
        const printed = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
        expect(printed.split('\0').slice(0, -1)).toEqual(['x', ...args]);
      },
    ),
    { numRuns: 100 },
  );
});

it('ssh never asks, accepts no unknown key and leaves nothing running', () => {
  const ssh = { program: 'ssh', knownHostsFile: '/own/known hosts', configFile: null, connectSeconds: 20 };
  const args = sshArguments(ssh, ['/etc/ssh/ssh_known_hosts']);
  for (const option of [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    'ConnectTimeout=20',
    'GlobalKnownHostsFile="/etc/ssh/ssh_known_hosts" "/own/known hosts"',
    'ControlMaster=no',
    'ForwardAgent=no',
    'PermitLocalCommand=no',
    'UpdateHostKeys=no',
  ]) {
    expect(args).toContain(option);
  }
});

it('only sign-in, proxy and certificates of the person’s configuration are used', async () => {
  const home = temporaryFolder();
  const settings = [
    { key: 'credential.helper', value: '' },
    { key: 'credential.helper', value: '!f() { echo "password=\\"x\\""; }; f' },
    { key: 'credential.https://example.org/a.b.helper', value: 'store --file=C:\\x # y ; z' },
    { key: 'http.proxy', value: 'http-proxy:1' },
    { key: 'http.https://example.org.sslcainfo', value: ' /a b/ca.pem ' },
    { key: 'http.sslbackend', value: 'openssl' },
  ];
  const refused = [
    { key: 'core.sshcommand', value: 'evil' },
    { key: 'core.fsmonitor', value: 'evil' },
    { key: 'http.sslverify', value: 'false' },
    { key: 'http.extraheader', value: 'x' },
    { key: 'url.ext::evil.insteadof', value: 'ssh:' },
    { key: 'alias.fetch', value: '!evil' },
    { key: 'protocol.ext.allow', value: 'always' },
  ];
  expect(allowedSettings([...settings, ...refused])).toEqual(settings);
  const global = path.join(home, '.gitconfig');
  writeFileSync(global, configurationText([...settings, ...refused]));
  const state = path.join(home, 'state');
  mkdirSync(state);
  const own = path.join(state, 'gitconfig');
  const program = await valueOf(findGitProgram(process.env));
  await valueOf(writeOwnConfiguration(program.git, own, { PATH: process.env['PATH'], HOME: home }));
  const listed = execFileSync('git', ['config', '--file', own, '--list', '-z'], { encoding: 'utf8' });
  const entries = listed.split('\0').slice(0, -1);
  expect(entries.filter((entry) => settings.some(({ key, value }) => entry === `${key}\n${value}`))).toEqual(
    settings.map(({ key, value }) => `${key}\n${value}`),
  );
  expect(entries.filter((entry) => !/^(?:credential|http)\./.test(entry))).toEqual([]);
  expect(readFileSync(own, 'utf8')).not.toContain('evil');
});

it('without git on the path or in the usual folders, or with an old one, that is what is said', async () => {
  const folder = temporaryFolder();
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const put = (output: string): void =>
    writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho '${output}'\n`, { mode: 0o755 });
  put('git version 2.30.2');
  expect(await findGitProgram({ PATH: bin })).toEqual({ ok: false, error: { kind: 'git-too-old', version: '2.30.2' } });
  put('xcode-select: note: no developer tools were found');
  expect(await findGitProgram({ PATH: bin })).toEqual({ ok: false, error: { kind: 'git-missing' } });
  // A relative folder of the search path is not searched.
  expect(await findGitProgram({ PATH: `.:bin:${path.dirname(process.execPath)}` }, 'linux')).not.toMatchObject({
    error: { kind: 'git-too-old' },
  });
});
