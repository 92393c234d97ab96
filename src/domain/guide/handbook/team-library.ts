import type { HandbookPage } from './handbook-page.ts';

/** For a team that keeps one library together. */
export const TEAM_LIBRARY_PAGE: HandbookPage = {
  id: 'team-library',
  title: 'A team library',
  summary: 'Keep one library with your team, through a git repository or a shared folder.',
  body: `
A team library is stored on the computer of everyone who uses it, and in a git repository that the team already has: on a server of
your company, GitHub, GitLab or any other. You write as in a library of your own, with or without a network. Once exchanges
changes in the background.

## Before you connect

A library is yours or the team's, for life. Everyone who can read the repository reads **every** COE in it, and so do those who
run the server. What was shared once stays in the history there, also after it is deleted. Agree in the team on what belongs in
it, and write about people as you would want to be written about.

Your private libraries stay private: nothing of them goes into a team library unless you publish it. An encrypted library is not
connected, because the repository would hold it unencrypted. Encrypting a library that is connected ends sharing it, and says so first.
What was exchanged until then stays unencrypted in the folder of Once's own data on this computer, until you delete it: Once asks you
after the encryption, and Settings › Lock offers it for as long as it is there.

You need git on your computer (2.39.4 or newer), and the right to use the repository. Once keeps no password: ssh and its agent,
or git's credential helper, sign you in as they do in a terminal.

## Connect

Choose **Connect a team library…** in the File menu.

1. Paste the **address** from the page of the repository, by ssh or https.
2. **Try it** says whether you may write, how many COEs there are, and fetches them. If the server is new to your
   computer, it shows a fingerprint: compare it with the one your team or the provider publishes, once.
3. Enter **your name** as the others see it, choose an empty **folder**, and read what changes for privacy.
4. An empty repository becomes a new team library. It begins with nothing, or with a copy of the open library; what would go
   along is listed. Earlier versions and the trash do not go along.

## Without a server

Choose **Shared folder** instead of an address: a file share, a USB stick, or a folder that Syncthing, OneDrive, Dropbox or another
program syncs. The first of the team chooses an empty one, the others the same one. Once puts files into it that no two computers
ever change, so there are no conflict copies; please leave them alone. Your own library lies in another folder.

## The state of the exchange

A line at the lower left says how things are. Click it for the details.

| it says | that means |
|---|---|
| Shared | Your team has everything up to the last exchange. |
| Not yet shared (3) | Changes to three COEs or other files are saved here, and are sent within two minutes. |
| Offline since 9:40 | The server cannot be reached, or the shared folder is not there. Go on writing; it is shared later by itself. |
| Waiting for approval | The main branch is protected. Your changes are on a branch of your own until somebody accepts them on the server. |
| Read only | You may read the library, but not write to it. What you change stays on your computer; **Keep a copy** makes a library of your own from it. |
| Needs you | Something only you can do, with what to do and the line to type. |

Once never stops you from writing because of any of these.

Pictures and files go along with the COEs that name them, up to 15 MB each. Whatever was shared once stays in the history, so
the repository only grows: leave out videos.

## Questions

When two people change the same COE, Once merges it sentence by sentence. Where both changed the same sentence, it keeps both and asks; of a title, a date or
another single value it keeps one, and asks.
Such a question stands beside the text, with both wordings and what differs, and nothing waits for it. Anyone in the team may
settle it: use the first, use the second, or leave the text as it is. A COE that one person deleted and another changed is
kept, with a question. Lists and Today show where questions are open.

## Comments and review

Comment on a section or on one of its rows, answer, resolve, reopen, and withdraw what you wrote yourself. Comments are for
everyone in the team and stay in the history. **I have reviewed this** puts a second name on the COE: who wrote it, and who
reviewed it.

## Mine and everyone's

Today, Actions and the reminder show first what is yours: COEs you wrote, actions you own, and actions without an owner in a
COE you wrote. **Everyone's** is one click away. If you have several names or a nickname, list them in the settings. COEs can
be filtered by author. There are no charts by person, and no ranking of people.

## Who did what

The history of a COE shows the team's steps beside the versions of your computer: who a step says it is from, when, and what
changed. Open one to see the COE as it was, or restore it. Nothing proves the name in a step: it is what its writer entered.

## Publish a private COE, and take it back

In a private library, **Publish to the team…** makes a new COE in the team library from what you label *Published*, with
pseudonyms if you want. Nothing in it leads back to your own COE, and only your computer knows that they belong together.
A picture or file goes along if you label it *Published* too: of a PNG, JPEG or WebP picture only what draws it. Pictures of
other types and videos stay here; any other file goes along as it is.

**Take back…** in the same place deletes the COE for everyone, and with it the pictures and files that nothing else there uses. It
cannot reach older versions in the history of the repository, copies in the folders, trash and backups of every computer, this one
too, or what people have read. The same place says afterwards when you took it back. If somebody had changed it meanwhile, the
team keeps it, with a question; the same place then says so and lets you take it back again.

## Disconnect

**Disconnect…** is among the details of the state. The library stays on your computer, what you shared stays with the team, and
Once starts no git process any more. You can connect again later.

## When something does not work

| what it says | what to do |
|---|---|
| Git is not installed, or has known security holes | Install or update git, as it says for your system. |
| Your ssh key is locked | Run the line that is shown in a terminal, and enter the passphrase of the key. |
| The server accepted none of your keys | Add your public key to your account on the server. |
| No repository, or you have no access to it | Check the address, and ask the owner whether you were given access. |
| The server is new to this computer | Compare the fingerprint, once. |
| The server identifies itself with a different key | Ask the people who run it before you do anything. Somebody may be between you and the server. If they replaced it, **Compare the fingerprint…** in the details of the state. |
| The server asks for a user name | **Sign in…** lets Git Credential Manager ask you in a window or your browser. Without it, sign in once with git in a terminal. |
| The disk of this library is full | Free some space. What fits was written; the rest follows by itself. |
| Something else | **Details** under the message show what git said, and a reference that finds the same line in the log. |
| No server was found, or no answer came | Check the network or the VPN. Once tries again by itself. |
| A sign-in page answered | Open a browser and sign in to the network first. |
| A repository on a share or in a folder is refused | Programs stored in it would run on your computer. Use an ssh or https address, or **Shared folder** with a folder without a repository. |
`,
};
