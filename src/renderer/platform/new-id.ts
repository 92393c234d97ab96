import { ulid } from 'ulid';

/** A new id for a row. */
export const newId = (): string => ulid();
