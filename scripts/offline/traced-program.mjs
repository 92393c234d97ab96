import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The system calls that connect a program to others, over the network or on this computer. */
const CALLS = 'connect,sendto,sendmsg,sendmmsg,bind';

/** Whether strace is installed and may trace programs here. */
export function canTrace() {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('strace', ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=connect', '-o', '/dev/null', 'true']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a script that runs `program` under strace, and returns its path. Each start records the connecting calls of
 * the program and its children in a file of its own in `folder`, without their contents (-s 0). strace runs as a
 * detached grandchild (-D), so that the program keeps its process id.
 *
 * @param {string} program
 * @param {string} folder
 */
export function createTracedProgram(program, folder) {
  mkdirSync(folder, { recursive: true });
  const script = path.join(folder, 'traced.sh');
  const options = `-D -f -qq --seccomp-bpf -s 0 -e signal=none -e trace=${CALLS}`;
  writeFileSync(script, `#!/bin/sh\nexec strace ${options} -o '${folder}'/"start-$$.trace" '${program}' "$@"\n`, {
    mode: 0o755,
  });
  return script;
}
