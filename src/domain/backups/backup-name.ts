const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.zip$/;

/** The file name of a backup made at an instant in milliseconds: `2026-11-23T093015Z.zip`. Names sort by time. */
export const backupName = (epochMs: number): string =>
  `${new Date(epochMs).toISOString().slice(0, 19).replaceAll(':', '')}Z.zip`;

/** The instant in the file name of a backup, as ISO 8601 in UTC; null for any other name. */
export function backupInstant(name: string): string | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const instant = `${day}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}
