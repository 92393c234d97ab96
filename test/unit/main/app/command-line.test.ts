import { describe, expect, test } from 'vitest';

import { readCommandLine } from '#main/app/command-line.ts';

const read = (...args: string[]) => readCommandLine(args, '1.2.3');

describe('the command line', () => {
  test('without arguments starts the app', () => {
    expect(read()).toEqual({
      is: 'start',
      options: { capture: false, safeMode: false, allowNoSandbox: false, files: [] },
    });
  });

  test('names options and files in any order', () => {
    expect(read('a.once-share', '--safe-mode', '--no-sandbox', '--capture', '--allow-no-sandbox')).toEqual({
      is: 'start',
      options: { capture: true, safeMode: true, allowNoSandbox: true, files: ['a.once-share'] },
    });
  });

  test('takes everything behind two dashes for a file', () => {
    expect(read('--', '--help')).toMatchObject({ options: { files: ['--help'] } });
  });

  test.each([
    '--no-sandbox',
    '--user-data-dir=/home/me/my data',
    '--inspect-brk=0',
    '--ozone-platform=x11',
    // Of the benchmark and of the tests with hostile addresses.
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
    '--disable-ipc-flooding-protection',
    '-psn_0_1',
  ])('passes %s on to Chromium', (arg) => expect(read(arg)).toMatchObject({ is: 'start', options: { files: [] } }));

  test.each(['--halp', '--safe-mode=yes', '-x', '--capture-now', '--Help'])('does not understand %s', (arg) => {
    const answer = read(arg);
    expect(answer).toMatchObject({ is: 'print', exitCode: 2 });
    expect(answer).toHaveProperty('text', expect.stringContaining(`Unknown option: ${arg}\n`));
  });

  test('prints the version and what the options do', () => {
    expect(read('--version')).toEqual({ is: 'print', text: 'Once 1.2.3\n', exitCode: 0 });
    expect(read('--capture', '--help')).toMatchObject({ exitCode: 0, text: expect.stringContaining('--safe-mode') });
  });
});
