// A client that sends a request's body byte by byte is let go; only files may take their time.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** For a server's `request`: closes the connection unless the body is whole within `ms`. */
export function endSlowBodies(ms: number): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const { headers, url = '' } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
    if (!hasBody || url.startsWith('/api/files/')) return;
    const late = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, ms);
    response.once('close', () => clearTimeout(late));
  };
}
