import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The system calls with which a program reaches another: over the network, or beside it on this computer. */
const CALLS = 'connect,sendto,sendmsg,sendmmsg,bind';

/** Whether this computer lets a program be watched from below. */
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
 * A program that runs `program` and writes down, for each start in a file of its own in `folder`, whom it and its children
 * reach. The tracer stands aside (-D), so that the program keeps its process number; no contents are written down (-s 0).
 */
export function tracedProgram(program, folder) {
  mkdirSync(folder, { recursive: true });
  const script = path.join(folder, 'traced.sh');
  const options = `-D -f -qq --seccomp-bpf -s 0 -e signal=none -e trace=${CALLS}`;
  writeFileSync(script, `#!/bin/sh\nexec strace ${options} -o '${folder}'/"start-$$.trace" '${program}' "$@"\n`, {
    mode: 0o755,
  });
  return script;
}
