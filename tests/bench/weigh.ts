// Bytes of files as a server sends them, by what the browser says it takes.
import { get } from 'node:http';

export interface Weight {
  raw: number;
  gzip: number;
  brotli: number;
}

/** Sums over `paths` of the server at `url`. Throws when one is not served as it was asked for. */
export async function weigh(url: string, paths: string[]): Promise<Weight> {
  const sum = async (encoding: string) => {
    const sizes = await Promise.all(paths.map((path) => bytes(new URL(path, url), encoding)));
    return sizes.reduce((total, size) => total + size, 0);
  };
  return { raw: await sum('identity'), gzip: await sum('gzip'), brotli: await sum('br') };
}

function bytes(address: URL, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const sent = response.headers['content-encoding'] ?? 'identity';
      if (response.statusCode !== 200 || sent !== encoding)
        reject(new Error(`${address} came with ${response.statusCode} as ${sent}, not ${encoding}`));
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('end', () => resolve(size));
    }).on('error', reject);
  });
}
