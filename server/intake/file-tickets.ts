// Paths by which one file is sent or read: signed by this server and short of life, since neither an upload with its
// progress nor an image's `src` can carry a session. Whoever asks for one on a socket has been looked at there.
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const uploadSchema = z.object({
  site: z.string(),
  /** Who sends it: the customer by their visitor's id, an agent as `agent:ID`. */
  author: z.string(),
  conversation: z.string(),
  /** The client's id of the message. */
  id: z.string(),
  name: z.string(),
});
const readSchema = z.object({
  file: z.string(),
  type: z.string(),
  name: z.string(),
  /** Where it was attached; absent in one of an older node. */
  conversation: z.string().optional(),
});

export type UploadTicket = z.infer<typeof uploadSchema>;
export type ReadTicket = z.infer<typeof readSchema>;

const lifeSeconds = 600;

export interface FileTickets {
  upload(ticket: UploadTicket): Promise<string>;
  read(ticket: ReadTicket): Promise<string>;
  /** Undefined when it is not ours, for something else, or too old. */
  toUpload(token: string): Promise<UploadTicket | undefined>;
  toRead(token: string): Promise<ReadTicket | undefined>;
}

export function createFileTickets(secret: string, now: () => number): FileTickets {
  const key = new TextEncoder().encode(secret);
  const sign = (audience: string, ticket: object) =>
    new SignJWT({ ...ticket })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuer('handrail')
      .setExpirationTime(Math.floor(now() / 1000) + lifeSeconds)
      .sign(key);
  const open = async <T>(audience: string, token: string, schema: z.ZodType<T>) => {
    try {
      const currentDate = new Date(now());
      const options = { algorithms: ['HS256'], audience, issuer: 'handrail', currentDate };
      const { payload } = await jwtVerify(token, key, options);
      return schema.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
  // A site's id can hold no space: no visitor's session is ever taken for one of these, nor one of these for it.
  return {
    upload: (ticket) => sign('file upload', ticket),
    read: (ticket) => sign('file read', ticket),
    toUpload: (token) => open('file upload', token, uploadSchema),
    toRead: (token) => open('file read', token, readSchema),
  };
}
