// Signs who a demo customer is, as a business's own server would for its signed-in customers (P3).
import { SignJWT } from 'jose';
import { demoPeople } from './people.ts';

export interface DemoIdentity {
  /** The site's id, which is its audience too. */
  site: string;
  /** A demo person's id. */
  as: string;
  /** The secret that the site's `identity.secretEnv` names. */
  secret: string;
  /** Epoch ms. */
  now: number;
}

/** A JWT (HS256) that is valid for an hour. Throws RangeError for a person that the site's demo does not have. */
export async function demoIdentity({ site, as, secret, now }: DemoIdentity): Promise<string> {
  const person = demoPeople(site).find(({ id }) => id === as);
  if (!person) throw new RangeError(`${site} has no demo customer ${as}`);
  const seconds = Math.floor(now / 1000);
  const { name, email, vip } = person;
  return new SignJWT({ name, email, ...(vip ? { vip } : {}) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(as)
    .setAudience(site)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 3600)
    .sign(new TextEncoder().encode(secret));
}
