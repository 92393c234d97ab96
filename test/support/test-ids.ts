/** Ids that are valid, different and in rising order. */
export const testId = (number: number): string => `01JZTEST00000000000${String(number).padStart(7, '0')}`;
