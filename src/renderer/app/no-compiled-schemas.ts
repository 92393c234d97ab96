/*
 * A page imports this before any module that has a schema. At its first schema, the validator tries whether it may compile
 * schemas with `new Function`: the content security policy refuses that, and the console reports it as an error.
 */
import { z } from 'zod';

z.config({ jitless: true });
