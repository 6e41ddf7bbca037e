// Ids of conversations, visitors, agents, proposals: 128 random bits, so that none can be guessed.
import { randomBytes } from 'node:crypto';

export function newId(): string {
  return randomBytes(16).toString('base64url');
}
