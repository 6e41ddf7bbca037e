// Which addresses are of private networks, and which of them a site has listed: the check of a site's folder and the
// calls themselves go by the same list (A1).

/** Ranges that are not the public internet's: IANA's special-purpose registries (RFC 6890 and its successors). */
const ranges = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];

/** An IP address that does not lead to the public internet; false for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const bytes = bytesOf(address);
  return bytes !== undefined && ranges.some((range) => isWithin(bytes, range));
}

/** Whether the site lists this host, this address, or a range (`10.0.0.0/8`) that has it. */
export function isListed(listed: string[], host: string, address: string): boolean {
  const bytes = bytesOf(address);
  return listed.some((entry) => {
    if (entry.toLowerCase() === host.toLowerCase() || entry === address) return true;
    return entry.includes('/') && bytes !== undefined && isWithin(bytes, entry);
  });
}

/** Whether it is an IP address at all. */
export function isAddress(host: string): boolean {
  return bytesOf(host) !== undefined;
}

/** Whether it reads as a range: an address, a slash and a length that fits it. */
export function isRange(text: string): boolean {
  const [base = '', length = ''] = text.split('/');
  const bytes = bytesOf(base);
  return bytes !== undefined && /^\d{1,3}$/.test(length) && Number(length) <= bytes.length * 8;
}

function isWithin(bytes: number[], range: string): boolean {
  const [base = '', length = ''] = range.split('/');
  const start = bytesOf(base);
  if (!start || start.length !== bytes.length) return false;
  let bits = Number(length);
  for (let at = 0; bits > 0; at += 1, bits -= 8) {
    const mask = bits >= 8 ? 0xff : (0xff << (8 - bits)) & 0xff;
    if (((bytes[at] ?? 0) & mask) !== ((start[at] ?? 0) & mask)) return false;
  }
  return true;
}

/** Four bytes or sixteen; an IPv4 address in IPv6 clothes counts as what it is. */
function bytesOf(address: string): number[] | undefined {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return fourBytes(plain);
  const bytes = sixteenBytes(plain);
  const mapped = bytes?.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return mapped ? bytes?.slice(12) : bytes;
}

function fourBytes(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.map(Number);
}

function sixteenBytes(text: string): number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = dotted?.[2] ? fourBytes(dotted[2]) : [];
  if (!tail) return undefined;
  const head = dotted ? (dotted[1] ?? '').replace(/([^:]):$/, '$1') : text;
  const sides = head.split('::');
  if (sides.length > 2) return undefined;
  const groups = sides.map((side) => (side === '' ? [] : side.split(':')));
  if (!groups.flat().every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const [left = [], right = []] = groups.map((side) =>
    side.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  );
  const known = left.length + right.length + tail.length;
  if (sides.length === 1 ? known !== 16 : known > 14) return undefined;
  return [...left, ...Array<number>(16 - known).fill(0), ...right, ...tail];
}
