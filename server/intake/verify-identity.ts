// P3: who the customer is, is what a token signed by the business says, never the page or a message. The
// algorithm is the site's, not the token's; keys come from the site's settings, never from the token.
import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Site } from '../site/site.ts';

export interface Identity {
  customer: string;
  name?: string;
  email?: string;
  vip?: boolean;
}

/** Seconds by which clocks may differ, and the longest life of a token. */
const tolerance = 5;
const longest = 3600;

const headerSchema = z.object({
  alg: z.string(),
  kid: z
    .string()
    .regex(/^[\w.:-]{1,120}$/)
    .optional(),
  jku: z.undefined().optional(),
  jwk: z.undefined().optional(),
  x5u: z.undefined().optional(),
  x5c: z.undefined().optional(),
  crit: z.undefined().optional(),
});

const claimsSchema = z.object({
  sub: z.string().trim().min(1).max(200),
  exp: z.number(),
  name: z.string().max(200).optional(),
  email: z.string().max(320).optional(),
  vip: z.boolean().optional(),
});

export interface IdentityCheck {
  /** Undefined when the token does not prove who it is for this site. */
  verify(site: Site, token: string): Promise<Identity | undefined>;
}

/** `secret` gives the value of a site's `secretEnv`; `now` is epoch ms. */
export function createIdentityCheck(ports: {
  secret: (name: string) => string | undefined;
  now: () => number;
}): IdentityCheck {
  const remote = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  const payloadOf = async (site: Site, token: string): Promise<JWTPayload | undefined> => {
    const { alg, audience, jwksUrl, secretEnv } = site.identity;
    const options = {
      algorithms: [alg],
      audience,
      clockTolerance: tolerance,
      currentDate: new Date(ports.now()),
    };
    if (alg === 'HS256') {
      const secret = secretEnv ? ports.secret(secretEnv) : undefined;
      if (!secret) return undefined;
      return (await jwtVerify(token, new TextEncoder().encode(secret), options)).payload;
    }
    if (!jwksUrl) return undefined;
    const keys = remote.get(jwksUrl) ?? createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 2000 });
    remote.set(jwksUrl, keys);
    return (await jwtVerify(token, keys, options)).payload;
  };

  return {
    async verify(site, token) {
      try {
        if (!headerSchema.safeParse(decodeProtectedHeader(token)).success) return undefined;
        const claims = claimsSchema.safeParse(await payloadOf(site, token));
        if (!claims.success) return undefined;
        const { sub, exp, name, email, vip } = claims.data;
        if (exp > ports.now() / 1000 + longest + tolerance) return undefined;
        return {
          customer: sub,
          ...(name ? { name } : {}),
          ...(email ? { email } : {}),
          ...(vip === undefined ? {} : { vip }),
        };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
        throw error;
      }
    },
  };
}
