// How values of Postgres become values here.
import pg from 'pg';

/** int8 as a number: sequences and times in ms stay far below 2^53. */
export const postgresTypes = { getTypeParser: parserOf as typeof pg.types.getTypeParser };

function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');
}
