// What SMTP_URL has to be: the one place, for the start of a server and for `handrail check`.

export const smtpUrlExample = 'smtp://name:password@mail.example.com:587';

/** smtp:// or smtps://, with a host and nothing behind it but options. */
export function isSmtpUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname)
  );
}
