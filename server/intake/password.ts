// Agents' passwords: scrypt by Node itself, a few at a time, so that a flood of sign-ins cannot take the
// machine; an unknown account costs the same time as a known one.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's scrypt setting: N 2^15, r 8, p 3 needs 32 MB a hash. */
const cost = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const keyLength = 32;
export const longestPassword = 128;

/** At most this many hashes at once; others wait in line. */
const parallel = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  // Who waits is handed the place of the one who leaves.
  if (running >= parallel) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await new Promise<Buffer>((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, keyLength, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** `scrypt$SALT$KEY`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

/** Without a stored hash it takes the time of one and says no. */
export async function checkPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [scheme, salt, key] = (stored ?? '').split('$');
  const known = scheme === 'scrypt' && salt && key ? { salt, key } : undefined;
  const derived = await derive(password, known ? Buffer.from(known.salt, 'base64url') : Buffer.alloc(16));
  if (!known) return false;
  const expected = Buffer.from(known.key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
