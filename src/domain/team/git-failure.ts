import { assertNever } from '#domain/result.ts';

/**
 * Why a call of git did not do what it was asked. Texts from git or the server are data. `said` is the line that git,
 * ssh or the server gave as the reason, without secrets: for details, never acted upon.
 */
export type GitFailure = FailureKind & { readonly said?: string };

type FailureKind =
  | { readonly kind: 'git-missing' }
  /** `version` as git printed it. */
  | { readonly kind: 'git-too-old'; readonly version: string }
  /** `ssh` is not installed. */
  | { readonly kind: 'ssh-missing' }
  /** The key of the ssh server is in no known-hosts file. `host` is as in such a file: `name` or `[name]:port`. */
  | { readonly kind: 'unknown-host'; readonly host: string }
  /** The ssh server shows another key than the known one. */
  | { readonly kind: 'host-key-changed'; readonly host: string }
  /** The server accepts the key, but the key has a passphrase and is not in the agent. `keyFile` is its full path. */
  | { readonly kind: 'key-locked'; readonly keyFile: string }
  /** The server accepted no key of this person. */
  | { readonly kind: 'key-refused' }
  /** Signed in, but not allowed to write. */
  | { readonly kind: 'not-allowed-to-write' }
  /** There is no such repository, or the person may not see it: servers do not tell which. */
  | { readonly kind: 'no-repository' }
  | { readonly kind: 'host-not-found'; readonly host: string | null }
  /** The server is there, but nothing listens: usually a wrong port. */
  | { readonly kind: 'connection-refused' }
  /** No way to the server: usually no network. */
  | { readonly kind: 'no-network' }
  /** Nothing came for as long as a call waits. */
  | { readonly kind: 'timeout' }
  /** Something answered that is no git server: a sign-in page of a network, or a wrong address. */
  | { readonly kind: 'not-a-git-server' }
  /** The server sends callers to another address of the repository, as after a renaming. That is not followed. */
  | { readonly kind: 'redirected' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'proxy' }
  /** https: no user name and password, or wrong ones. */
  | { readonly kind: 'credentials-needed' }
  /** Somebody else pushed first. */
  | { readonly kind: 'push-race' }
  /** The server does not accept pushes to this branch. `reason` is the server's, one line, at most 300 characters. */
  | { readonly kind: 'push-protected'; readonly reason: string }
  | { readonly kind: 'disk-full' }
  /** An object of the other side is not as git's rules demand. `reason` is git's, one line. */
  | { readonly kind: 'fsck-refused'; readonly reason: string }
  /** The repository on this computer cannot be read. */
  | { readonly kind: 'repository-broken' }
  /** A bundle file is not one, is damaged, could not be read at all, or needs commits that are not here. */
  | {
      readonly kind: 'bundle-unusable';
      readonly reason: 'not-a-bundle' | 'damaged' | 'unreadable' | 'missing-commits' | 'no-such-ref';
    }
  /** More data than is accepted. */
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  /** A branch on this computer was changed by somebody else meanwhile. */
  | { readonly kind: 'ref-moved' }
  /** The caller cancelled the call. */
  | { readonly kind: 'cancelled' }
  /** Anything else. `detail` is git's last line, at most 300 characters: for the log of details, never acted upon. */
  | { readonly kind: 'unexpected'; readonly code: number | null; readonly detail: string };

/** What a person reads about a failure: what happened, what is safe, and what to do. */
export type FailureText = {
  readonly title: string;
  readonly safe: string;
  readonly todo: string;
  /** A line to copy into a terminal; null for most failures. */
  readonly command: string | null;
};

const SAVED = 'Your COEs are saved on this computer and will be shared later.';
const UNTOUCHED = 'Nothing on this computer was changed.';

/** The system a text is written for. */
export type System = 'linux' | 'mac' | 'windows';

/** When something failed: while a connected library was exchanged, or while a place was tried or connected. */
export type During = 'exchange' | 'try';

/**
 * Explains a failure in plain words. In a try, before anything is connected, nothing will be shared later, and nothing is
 * tried again by itself.
 */
export function explainGitFailure(failure: GitFailure, system: System, during: During = 'exchange'): FailureText {
  const text = (title: string, safe: string, todo: string, command: string | null = null): FailureText => ({
    title,
    safe,
    todo,
    command,
  });
  const either = (inExchange: string, inTry: string): string => (during === 'exchange' ? inExchange : inTry);
  const saved = either(SAVED, UNTOUCHED);
  switch (failure.kind) {
    case 'git-missing':
      return text('Git is not installed.', saved, ...howToGetGit(system));
    case 'git-too-old':
      return text(`Git ${failure.version} has known security holes.`, saved, ...howToGetGit(system));
    case 'ssh-missing':
      return system === 'windows'
        ? text('OpenSSH is not installed.', saved, 'Add “OpenSSH Client” under Settings › System › Optional features.')
        : text('OpenSSH is not installed.', saved, 'Install the OpenSSH client, then try again.');
    case 'unknown-host':
      return text(
        `This computer does not know ${failure.host} yet.`,
        UNTOUCHED,
        'Compare the fingerprint with the one your team or the server’s provider publishes, and accept it if they are the same.',
      );
    case 'host-key-changed':
      return text(
        `The server ${failure.host} identifies itself with a different key than before.`,
        `Nothing was sent. ${saved}`,
        'Ask the people who run the server whether they replaced its key. If they did, compare the new one and trust it here, or remove the old one with this line. If not, somebody may be between you and the server.',
        `ssh-keygen -R "${failure.host}"`,
      );
    case 'key-locked':
      return text(
        'Your ssh key is locked.',
        saved,
        `Run this line in a terminal and enter the passphrase of the key. ${either('Once tries again by itself.', 'Then try again.')}`,
        `ssh-add ${quoted(failure.keyFile, system)}`,
      );
    case 'key-refused':
      return text(
        'The server accepted none of your ssh keys.',
        saved,
        'Add your public key to your account on the server, or ask the people who run it to add it.',
      );
    case 'not-allowed-to-write':
      return text(
        'You may read this team library, but not write to it.',
        either('Your changes stay on this computer.', UNTOUCHED),
        either(
          'Ask the owner of the repository for the right to write, or keep a copy of your own.',
          'Ask the owner of the repository for the right to write.',
        ),
      );
    case 'no-repository':
      return text(
        'There is no such repository, or you have no access to it.',
        saved,
        'Check the address, and ask the owner whether you were given access.',
      );
    case 'host-not-found':
      return text(
        failure.host === null ? 'The server was not found.' : `No server called ${failure.host} was found.`,
        saved,
        'Check your network and the spelling of the address. Some servers are found only in the company’s network or VPN.',
      );
    case 'connection-refused':
      return text(
        'The server refused the connection.',
        saved,
        either(
          'The server is probably down. Once tries again by itself. If it stays so, ask the people who run the server.',
          'Check the port in the address. The server may also be down: in that case, try again later.',
        ),
      );
    case 'no-network':
      return text(
        'The server cannot be reached.',
        saved,
        either('Once tries again when there is a network.', 'Try again when there is a network.'),
      );
    case 'timeout':
      return text(
        'The server did not answer in time.',
        saved,
        either('Once tries again by itself.', 'Try again later.'),
      );
    case 'not-a-git-server':
      return text(
        'Something other than a git server answered.',
        `Nothing was sent. ${saved}`,
        'If this network has a sign-in page, open a website in your browser and sign in there. Otherwise check the address.',
      );
    case 'redirected':
      return text(
        'The server says that the repository is at another address.',
        `Nothing was sent. ${saved}`,
        'Copy the address again from the page of the repository; it often ends in .git.',
      );
    case 'certificate':
      return text(
        'The server’s certificate is not trusted.',
        `Nothing was sent. ${saved}`,
        'Check the date of this computer, and sign in to this network if it asks for that. A company’s own certificate is set with git’s http.sslCAInfo.',
      );
    case 'proxy':
      return text(
        'The proxy of this network refused the connection.',
        saved,
        'Check git’s http.proxy and the proxy of your system.',
      );
    case 'credentials-needed':
      return text(
        'The server asks for a user name and a password or token.',
        saved,
        'Sign in once with git in a terminal, or let your credential helper ask you now, so that it stores them. Once keeps no passwords.',
      );
    case 'push-race':
      return text(
        'Somebody else shared at the same moment.',
        saved,
        either('Once combines both and tries again by itself.', 'Try again.'),
      );
    case 'push-protected':
      return text(
        'The server does not accept changes to this branch directly.',
        either(SAVED, `Nothing was sent. ${UNTOUCHED}`),
        either(
          'Your changes can wait for approval on a branch of your own.',
          'Ask the people who run the repository how changes are approved there.',
        ),
      );
    case 'disk-full':
      return text(
        'The disk is full.',
        'What was shared before is safe, and so are your saved COEs.',
        `Free some space. ${either('Once tries again by itself.', 'Then try again.')}`,
      );
    case 'fsck-refused':
      return text(
        'The server sent something that git’s own check refuses.',
        'Nothing of it was accepted.',
        'Tell the people who run the repository. Once keeps working with what you have.',
      );
    case 'repository-broken':
      return text(
        'The history of this team library on this computer is damaged.',
        'The COEs in your library folder are not affected.',
        'Connect the team library again: Once then gets the whole history again and adds what was not yet shared.',
      );
    case 'bundle-unusable':
      return text(
        BUNDLE_TITLES[failure.reason],
        UNTOUCHED,
        BUNDLES_TO_LEAVE.has(failure.reason)
          ? 'It is left alone. You can delete it if nobody needs it.'
          : `Wait until the folder is synced. ${either('Once reads it again by itself.', 'Then try again.')}`,
      );
    case 'too-large':
      return text(
        'There is more data than Once accepts.',
        UNTOUCHED,
        'Tell the people who run the repository: somebody may have added a very large file.',
      );
    case 'ref-moved':
      return text(
        'Another window changed this team library.',
        saved,
        either('Once tries again by itself.', 'Try again.'),
      );
    case 'cancelled':
      return text('This was cancelled.', saved, 'Start it again when you like.');
    case 'unexpected':
      return text('Git could not finish this.', saved, either('Once tries again by itself.', 'Try again.'));
    default:
      return assertNever(failure);
  }
}

type BundleReason = Extract<GitFailure, { kind: 'bundle-unusable' }>['reason'];

const BUNDLE_TITLES: Readonly<Record<BundleReason, string>> = {
  'not-a-bundle': 'A file in the shared folder is not a bundle of this team library.',
  damaged: 'A file in the shared folder is damaged or not complete.',
  unreadable: 'A file in the shared folder could not be read.',
  'missing-commits': 'A file in the shared folder continues one that is not there yet.',
  'no-such-ref': 'A file in the shared folder does not contain the team library.',
};
/** Those that no sync program completes. */
const BUNDLES_TO_LEAVE: ReadonlySet<BundleReason> = new Set<BundleReason>(['not-a-bundle', 'no-such-ref']);

function howToGetGit(system: System): [todo: string, command: string | null] {
  switch (system) {
    case 'mac':
      return ['Run this line in Terminal, or install git with Homebrew.', 'xcode-select --install'];
    case 'windows':
      return ['Run this line in a terminal, or get it from git-scm.com.', 'winget install --id Git.Git -e'];
    case 'linux':
      return [
        'Install git with your system’s package manager. Version 2.39.4 or newer is needed.',
        'sudo apt install git',
      ];
    default:
      return assertNever(system);
  }
}

/** A path as one word of a command line. */
const quoted = (path: string, system: System): string =>
  /^[\w@%+=:,./~-]+$/.test(path)
    ? path
    : system === 'windows'
      ? `"${path}"`
      : `'${path.replaceAll("'", String.raw`'\''`)}'`;
