/** Environment variables of the person's that reach git. Everything else stays behind: above all `GIT_*` and `LD_*`. */
const PASSED_ON: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'TMP',
  'TEMP',
  // The agent with the person's keys.
  'SSH_AUTH_SOCK',
  'SSH_AGENT_PID',
  // What credential helpers need to reach the system's keyring, and to ask in a window of their own.
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
  'XDG_DATA_HOME',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'GNOME_KEYRING_CONTROL',
  'KRB5CCNAME',
  // The company's proxy and certificates.
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // What programs on Windows need to start at all.
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'USERNAME',
  'USERDOMAIN',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'PROGRAMFILES(X86)',
  'PROGRAMW6432',
  'COMMONPROGRAMFILES',
]);

/** What of the person's environment a program of the team library gets. Names are compared without their case. */
export function passedOnEnvironment(parent: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value !== undefined && PASSED_ON.has(name.toUpperCase())) passed[name] = value;
  }
  return { ...passed, LC_ALL: 'C' };
}

/** Where a call of git finds what it may use. All are full paths. */
export type GitFolders = {
  readonly gitDir: string;
  /** The only configuration file of git that is read besides the repository's own. */
  readonly configFile: string;
  /** An empty folder: where programs run, and where git looks for hooks. */
  readonly emptyFolder: string;
};

/** The environment of a call of git. */
export function gitEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  { gitDir, configFile, emptyFolder }: GitFolders,
  sshCommand: string,
): Record<string, string> {
  return {
    ...passedOnEnvironment(parent),
    GIT_DIR: gitDir,
    GIT_CEILING_DIRECTORIES: emptyFolder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: configFile,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    // No helper opens a window by itself, in the middle of somebody's work.
    GCM_INTERACTIVE: 'never',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_SSH_COMMAND: sshCommand,
    GIT_SSH_VARIANT: 'ssh',
  };
}

/**
 * The options before the command of each call. They win over every file. `protocols` are the only ones this call may
 * use: none for a command that stays on this computer.
 */
export function gitOptions(emptyFolder: string, protocols: readonly ('ssh' | 'https' | 'git')[]): string[] {
  const settings = [
    `core.hooksPath=${emptyFolder}`,
    'core.fsmonitor=false',
    'core.askPass=',
    'core.pager=cat',
    'core.attributesFile=',
    'core.fsync=all',
    'core.logAllRefUpdates=false',
    'safe.bareRepository=explicit',
    'protocol.allow=never',
    ...protocols.map((protocol) => `protocol.${protocol}.allow=always`),
    'transfer.fsckObjects=true',
    'fetch.fsckObjects=true',
    'receive.fsckObjects=true',
    // Everything arrives as a pack: index-pack checks it as a whole before anything of it counts.
    'fetch.unpackLimit=1',
    'transfer.unpackLimit=1',
    'fastimport.unpackLimit=0',
    'transfer.bundleURI=false',
    'fetch.writeCommitGraph=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    'push.recurseSubmodules=no',
    'push.gpgSign=false',
    'log.showSignature=false',
    'i18n.logOutputEncoding=UTF-8',
    'i18n.commitEncoding=UTF-8',
    // The host in the address is the only one that is ever called.
    'http.followRedirects=false',
    'http.sslVerify=true',
    'http.lowSpeedLimit=1',
    'http.lowSpeedTime=30',
  ];
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
}

/** The ssh that git starts. */
export type SshSettings = {
  /** The full path of `ssh`. */
  readonly program: string;
  /** Host keys accepted in Once; the person's own known-hosts files count too. */
  readonly knownHostsFile: string;
  /** Read instead of the person's ssh configuration; null outside tests. */
  readonly configFile: string | null;
  readonly connectSeconds: number;
};

/**
 * The arguments of ssh before the host: never asks, never accepts an unknown key, leaves nothing running, and lends the
 * server neither the agent nor a screen. Host keys accepted in Once are in the list of global files, because that leaves
 * the person's own choice of known-hosts files alone.
 */
export function sshArguments(ssh: SshSettings, systemKnownHosts: readonly string[]): string[] {
  const files = [...systemKnownHosts, ssh.knownHostsFile].map((file) => `"${file}"`).join(' ');
  const options = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `ConnectTimeout=${ssh.connectSeconds}`,
    'ServerAliveInterval=10',
    'ServerAliveCountMax=2',
    `GlobalKnownHostsFile=${files}`,
    'UpdateHostKeys=no',
    'ControlMaster=no',
    'ControlPath=none',
    'ForwardAgent=no',
    'ForwardX11=no',
    'ClearAllForwardings=yes',
    'PermitLocalCommand=no',
    'LogLevel=INFO',
  ];
  return [...(ssh.configFile === null ? [] : ['-F', ssh.configFile]), ...options.flatMap((option) => ['-o', option])];
}

/** `GIT_SSH_COMMAND`, which git hands to a shell: each word is quoted for it. */
export const sshCommandLine = (program: string, args: readonly string[]): string =>
  [program, ...args].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');

/** The known-hosts files of the system, which an option of ours would otherwise replace. */
export function systemKnownHostsFiles(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform !== 'win32') return ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2'];
  // In a thread the names have the case in which the system gave them.
  return [
    `${(environment['PROGRAMDATA'] ?? environment['ProgramData'] ?? 'C:/ProgramData').replaceAll('\\', '/')}/ssh/ssh_known_hosts`,
  ];
}
