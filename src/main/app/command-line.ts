/** What a start asks for. Paths are as they were typed. */
export type StartOptions = {
  /** Opens quick capture instead of the main window. */
  readonly capture: boolean;
  /** Starts without what earlier starts left behind; see `safe-mode.ts`. */
  readonly safeMode: boolean;
  /** Starts even if Chromium was told to do without its sandbox; see `start-obstacle.ts`. */
  readonly allowNoSandbox: boolean;
  readonly files: readonly string[];
};

/** What the command line says: a start, or a text to print and the exit code to end with. */
export type CommandLine =
  | { readonly is: 'start'; readonly options: StartOptions }
  | { readonly is: 'print'; readonly text: string; readonly exitCode: number };

/** The exit codes. Nothing else is returned on purpose. */
export const EXIT = { done: 0, couldNotStart: 1, notUnderstood: 2 } as const;

/**
 * The switches of Chromium and Electron that people and tools have a reason to use. Chromium ignores what it does not
 * know, so a mistyped option would go unnoticed if everything were passed on.
 */
const PASSED_ON = new Set([
  'user-data-dir',
  'no-sandbox',
  'disable-gpu',
  'disable-gpu-vsync',
  'disable-frame-rate-limit',
  'disable-ipc-flooding-protection',
  'disable-dev-shm-usage',
  'enable-features',
  'disable-features',
  'enable-logging',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'password-store',
  'gtk-version',
  'js-flags',
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'trace-startup',
  'v',
  'vmodule',
]);

/**
 * Reads the arguments behind the program. Options of Once take no value. What follows `--` is a file. A process serial
 * number, which older versions of macOS pass, is left out.
 */
export function readCommandLine(args: readonly string[], version: string): CommandLine {
  let capture = false;
  let safeMode = false;
  let allowNoSandbox = false;
  const files: string[] = [];
  let onlyFiles = false;
  for (const arg of args) {
    if (onlyFiles || !arg.startsWith('-') || arg === '-') files.push(arg);
    else if (arg === '--') onlyFiles = true;
    else if (arg === '--help' || arg === '-h') return print(HELP);
    else if (arg === '--version') return print(`Once ${version}\n`);
    else if (arg === '--capture') capture = true;
    else if (arg === '--safe-mode') safeMode = true;
    else if (arg === '--allow-no-sandbox') allowNoSandbox = true;
    else if (!isPassedOn(arg)) return notUnderstood(`Unknown option: ${arg}`);
  }
  return { is: 'start', options: { capture, safeMode, allowNoSandbox, files } };
}

const isPassedOn = (arg: string): boolean =>
  arg.startsWith('-psn_') || PASSED_ON.has(arg.replace(/^--?/, '').replace(/=.*$/s, ''));

const print = (text: string): CommandLine => ({ is: 'print', text, exitCode: EXIT.done });

const notUnderstood = (reason: string): CommandLine => ({
  is: 'print',
  text: `${reason}\nNothing was opened. “once --help” lists the options.\n`,
  exitCode: EXIT.notUnderstood,
});

const HELP = `Usage: once [OPTION]... [FILE]

Write down what went wrong, understand it, and see that it does not come back.

FILE is a COE of a library (a .json file in its folder “coes”), or what somebody shared with you
(.once-share, .once-card). Once asks before it opens what somebody else made.

  --capture             opens the quick capture window alone
  --safe-mode           starts with new caches, the window where it is by default, the usual look
                        and no graphics card; settings and unsaved words stay as they are
  --user-data-dir=DIR   keeps settings, caches and unsaved words in DIR
  --allow-no-sandbox    starts with --no-sandbox, which Once refuses otherwise: the system then no longer
                        confines what draws the pages
  --help                prints this
  --version             prints the version

ONCE_LIBRARY=DIR once   opens the library in DIR

Switches of Chromium such as --ozone-platform=x11 and --force-device-scale-factor=1.5 are passed on.

Exit codes: 0 ended as asked, 1 could not start, 2 did not understand the options.
`;
