// The token by which a visitor's browser is known again: signed by this server, for one site, saying nothing
// but the visitor's id. Who the customer is, only the site's own token says (verify-identity.ts).
import { errors, jwtVerify, SignJWT } from 'jose';

/** Days until a visitor who does not come back is forgotten. */
const days = 90;

export interface VisitorSessions {
  sign(visitor: string, site: string): Promise<string>;
  /** The visitor of this site's token, or undefined when it is not ours, not this site's, or too old. */
  visitor(token: string, site: string): Promise<string | undefined>;
}

export function createVisitorSessions(secret: string, now: () => number): VisitorSessions {
  const key = new TextEncoder().encode(secret);
  return {
    sign: (visitor, site) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(visitor)
        .setAudience(site)
        .setIssuer('handrail')
        .setExpirationTime(Math.floor(now() / 1000) + days * 86_400)
        .sign(key),
    async visitor(token, site) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: site,
          issuer: 'handrail',
          currentDate: new Date(now()),
        });
        return payload.sub || undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
