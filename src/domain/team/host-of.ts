/** The host in the address of a repository, for sentences; the whole text if there is none. */
export function hostOf(address: string): string {
  const scheme = /^[a-z]+:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^/:]+)/i.exec(address)?.[1];
  return scheme ?? /^(?:[^@/]*@)?([^:/]+):/.exec(address)?.[1] ?? address;
}
