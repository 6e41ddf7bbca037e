// What files on their way out hold in memory: who asks for one may take none of it for as long as they like. Where they
// are too many, one gives way: of the conversation whose files hold most, the one that has been on its way for longest.

/** Who a file is sent to: a response of Node's. */
export interface Reader {
  readonly destroyed: boolean;
  once(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

export interface DownloadRoom {
  /** Counts the bytes until the reader has them, has gone, or is ended here. */
  enter(reader: Reader, conversation: string, bytes: number): void;
}

/** `most`: bytes of all together. */
export function createDownloadRoom(most: number): DownloadRoom {
  /** In the order in which they came. */
  const places = new Map<Reader, { conversation: string; bytes: number }>();
  let inAll = 0;

  function leave(reader: Reader): void {
    inAll -= places.get(reader)?.bytes ?? 0;
    places.delete(reader);
  }

  function giveWay(): void {
    const held = new Map<string, number>();
    for (const { conversation, bytes } of places.values())
      held.set(conversation, (held.get(conversation) ?? 0) + bytes);
    const largest = Math.max(...held.values());
    for (const [reader, { conversation }] of places) {
      if (held.get(conversation) !== largest) continue;
      leave(reader);
      reader.destroy();
      return;
    }
  }

  return {
    enter(reader, conversation, bytes) {
      places.set(reader, { conversation, bytes });
      inAll += bytes;
      reader.once('close', () => leave(reader));
      while (inAll > most) giveWay();
    },
  };
}
