import type * as z from 'zod';

/** A schema for every member of a type, and for nothing else; that values are of its kinds is a matter of tests. */
export type Members<T> = { readonly [Name in keyof T]-?: z.ZodType };
