/**
 * The seed of what property tests, hostile requests and the short form of the faults choose by chance. It is fixed, so
 * that a run fails only because of a change, and fails again when it is repeated. `ONCE_SEED` chooses another one, to
 * search for new counterexamples.
 */
export const PROPERTY_SEED = Number(process.env['ONCE_SEED'] ?? 20_261_129);
