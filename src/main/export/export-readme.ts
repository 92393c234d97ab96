/** The README of an export of everything. */
export const EXPORT_README = `Everything from a Once library
==============================

*.md              One Markdown file for each COE, with front matter. Any text editor opens them, and this folder opens as
                  a vault in note apps such as Obsidian. Once reads them back as the same COEs.
attachments/      Pictures and files that the COEs refer to, named by the SHA-256 of their content.
coes/             The same COEs as JSON, as Once stores them. This folder opens as a library in Once.
patterns/         The patterns, one file each.
coe.schema.json   The JSON Schema of the files in coes/.

Nothing in here is encrypted: whoever has this file can read all of it.
Earlier versions and the trash are not included. A backup has them.
`;
