// The address of a Postgres, as the environment or an option gives it.
import { z } from 'zod';

const example = 'postgres://name:password@host/database';

/** A postgres:// or postgresql:// URL. */
export const databaseUrl = z
  .url(`has to be a URL, such as ${example}`)
  .refine((value) => /^postgres(?:ql)?:/.test(value), `has to be a URL, such as ${example}`);
