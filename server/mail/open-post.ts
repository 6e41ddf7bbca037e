// Sends letters by SMTP. The library is loaded with the first letter, so that a start does not wait for it.
import type { Post, Posted } from './post.ts';

/** All of it ends within this, ms: less than the lease of the timer, so that no second node sends beside it. */
const longest = 25_000;
const step = 8_000;

/** `url`: smtp:// or smtps://, with name and password where the server wants them. */
export function openPost(url: string): Post {
  const load = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url,
      connectionTimeout: step,
      greetingTimeout: step,
      socketTimeout: step,
      // What is sent is what is given: no letter can name a file or an address to be fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let transport: ReturnType<typeof load> | undefined;
  return {
    async send(letter) {
      transport ??= load();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<Posted>((resolve) => {
        timer = setTimeout(resolve, longest, { ok: false, again: true });
      });
      const sent = transport
        .then((ready) => ready.sendMail(letter))
        .then((): Posted => ({ ok: true }), refusal);
      return Promise.race([sent, late]).finally(() => clearTimeout(timer));
    },
  };
}

/** Only a refusal of this letter is for good; a server that refuses us all may be mended. */
function refusal(error: unknown): Posted {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const forGood = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { ok: false, again: !forGood, ...(responseCode === undefined ? {} : { code: responseCode }) };
}
