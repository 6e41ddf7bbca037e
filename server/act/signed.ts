// Requests signed as Standard Webhooks are: id, time and body under a secret that the business shares.
import { Webhook } from 'standardwebhooks';
import type { Site } from '../site/site.ts';
import type { PreparedRequest } from './request.ts';

/** The request as it is, for a site that signs none. `at`: epoch ms. */
export function signed(
  site: Site,
  request: PreparedRequest,
  message: { id: string; at: number },
): PreparedRequest {
  const { signing } = site.api;
  if (!signing) return request;
  const at = new Date(message.at);
  const headers = {
    ...request.headers,
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at / 1000)),
    'webhook-signature': new Webhook(signing.secret).sign(message.id, at, request.body ?? ''),
  };
  return { ...request, headers };
}
