import { hasNoDisplay } from '../system/display.mjs';

/**
 * Something the project needs of a Linux system. `packages` are the names in Debian 12; Debian 13 and Ubuntu 24.04 add
 * the suffix t64 to some. `commands` are the programs that show that it is there, on any distribution.
 *
 * @typedef {{ purpose: string, packages: readonly string[], commands: readonly string[] }} Requirement
 */

/** @type {Requirement} */
const virtualDisplay = {
  purpose: 'virtual displays',
  packages: ['xvfb', 'xauth'],
  commands: ['Xvfb', 'xvfb-run', 'xauth'],
};

/**
 * What running the app needs. A computer without a display needs a virtual one for that.
 *
 * @type {readonly Requirement[]}
 */
export const APP_REQUIREMENTS = [
  {
    purpose: 'running Electron',
    packages: [
      'libgtk-3-0',
      'libnss3',
      'libasound2',
      'libgbm1',
      'libatk-bridge2.0-0',
      'libxss1',
      'libdrm2',
      'libnotify4',
      'libsecret-1-0',
    ],
    commands: [],
  },
  { purpose: 'unpacking Electron', packages: ['unzip'], commands: ['unzip'] },
  ...(hasNoDisplay() ? [virtualDisplay] : []),
];

/**
 * What the tests need besides. Each line is a purpose of its own.
 *
 * @type {readonly Requirement[]}
 */
export const TEST_REQUIREMENTS = [
  virtualDisplay,
  { purpose: 'looking for a window', packages: ['x11-utils'], commands: ['xwininfo'] },
  { purpose: 'reading exported Markdown', packages: ['pandoc'], commands: ['pandoc'] },
  { purpose: 'compiling the fault injector', packages: ['gcc', 'libc6-dev'], commands: ['gcc'] },
  { purpose: 'network drives', packages: ['rclone', 'fuse3'], commands: ['rclone', 'fusermount3'] },
  { purpose: 'starting on Wayland', packages: ['weston'], commands: ['weston'] },
  { purpose: 'file systems that lose power', packages: ['e2fsprogs'], commands: ['mkfs.ext4', 'chattr'] },
  { purpose: 'opening encrypted files without Once', packages: ['age'], commands: ['age'] },
  { purpose: 'opening backups without Once', packages: ['python3'], commands: ['python3'] },
  {
    purpose: 'opening exported files with other programs',
    packages: ['poppler-utils', 'pandoc', 'libreoffice-writer-nogui'],
    commands: ['pdftotext', 'pandoc', 'soffice'],
  },
  {
    purpose: 'team libraries on a server of their own',
    packages: ['git', 'openssh-server', 'openssl'],
    commands: ['git', 'sshd'],
  },
  {
    purpose: 'Linux packages',
    packages: ['dpkg', 'rpm', '7zip', 'lintian', 'desktop-file-utils'],
    commands: ['dpkg-deb', 'rpmbuild', 'lintian', 'desktop-file-validate'],
  },
  { purpose: 'running the pages in a current Chromium', packages: ['chromium'], commands: ['chromium'] },
  {
    purpose: 'hosts with networks of their own',
    packages: ['iproute2', 'util-linux'],
    commands: ['ip', 'unshare', 'nsenter'],
  },
  { purpose: 'recording system calls', packages: ['strace'], commands: ['strace'] },
];
