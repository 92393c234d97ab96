import { CURRENT_SCHEMA_VERSION } from '../coe/coe.ts';

/** A COE's JSON before it is validated. */
export type RawCoe = Record<string, unknown>;

/** Takes a file of version `from` to version `from + 1`. It may not throw on odd input: validation comes after. */
export type Migration = { readonly from: number; readonly name: string; readonly migrate: (raw: RawCoe) => RawCoe };

/**
 * Every step from the first version to the current one, in order. Version 1 is the first that was released, so there is
 * no step yet; test/fixtures/version-1 must open for ever, and each step added here brings a fixture of the version it
 * leaves.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Brings raw JSON to the target version, a step at a time. The steps must start at its version and have no gap. */
export function migrate(
  raw: RawCoe,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = CURRENT_SCHEMA_VERSION,
): RawCoe {
  let current = raw;
  for (const step of migrations) {
    const version = current['schemaVersion'];
    if (typeof version === 'number' && version === step.from && version < target) {
      current = { ...step.migrate(current), schemaVersion: step.from + 1 };
    }
  }
  return current;
}
