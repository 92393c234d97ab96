import { CURRENT_SCHEMA_VERSION } from '../coe/coe.ts';

/** A COE's JSON before it is validated. */
export type RawCoe = Record<string, unknown>;

/** Migrates version `from` to `from + 1`. It must not throw on any input, because validation comes afterwards. */
export type Migration = { readonly from: number; readonly name: string; readonly migrate: (raw: RawCoe) => RawCoe };

/**
 * All migrations, in order. There are none yet, because version 1 is the first. Files in test/fixtures/version-1 must
 * always open; each new migration needs fixtures of the version it migrates from.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Migrates raw JSON step by step to the target version. JSON that no step applies to stays as it is. */
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
