// Sends a file by XMLHttpRequest, the one that tells how much of it is on its way.
import { type Ack, type ErrorCode, errorCodes, failure } from '../../shared/errors.ts';

/** Resolves with the server's answer; no answer is `unavailable`. */
export function putFile(
  path: string,
  file: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Ack> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = () => resolve(failure('unavailable'));
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request.status === 200 ? { ok: true } : failure(codeOf(request)));
    request.onerror = lost;
    request.onabort = lost;
    request.ontimeout = lost;
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

function codeOf({ responseText, status }: XMLHttpRequest): ErrorCode {
  const byStatus: ErrorCode = status === 413 ? 'too_large' : 'internal';
  try {
    const code: unknown = JSON.parse(responseText)?.error?.code;
    return typeof code === 'string' && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : byStatus;
  } catch {
    // A proxy's own page: its status says enough.
    return byStatus;
  }
}
