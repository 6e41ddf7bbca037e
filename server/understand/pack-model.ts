// A trained intent model as bytes and back, for the cache of `brain.ts` and for crossing from its worker.
import { compileConcepts } from './concepts.ts';
import type { FeatureSpace } from './feature-space.ts';
import { type Calibration, type IntentModel, intentModelFormat } from './intent-model.ts';
import { vectorize } from './vectorize.ts';

interface Header {
  format: number;
  intents: string[];
  phrases: string[][];
  calibration: Calibration;
  vocabulary: Record<string, string[]>;
  unseenIdf: number;
  /** Bytes of the n-grams' JSON that follows. */
  gramBytes: number;
  columns: number;
}

const magic = 0x48524d31;
/** Bytes before the header. */
const lead = 12;

/**
 * Layout: magic, checksum of all that follows, header length, header (JSON), n-grams (JSON, in column order), idf, bias,
 * scale, weights.
 */
export function packModel(model: IntentModel): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const grams = encoder.encode(JSON.stringify([...model.space.columns.keys()]));
  const header: Header = {
    format: intentModelFormat,
    intents: model.intents,
    phrases: model.phrases.map(({ texts }) => texts),
    calibration: model.calibration,
    vocabulary: model.space.vocabulary,
    unseenIdf: model.space.unseenIdf,
    gramBytes: grams.length,
    columns: model.space.idf.length,
  };
  const head = encoder.encode(JSON.stringify(header));
  const numbers = [model.space.idf, model.layer.bias, model.layer.scale, model.layer.weights];
  const size = lead + head.length + grams.length + numbers.reduce((sum, list) => sum + list.byteLength, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(8, head.length);
  bytes.set(head, lead);
  bytes.set(grams, lead + head.length);
  let at = lead + head.length + grams.length;
  for (const list of numbers) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at);
    at += list.byteLength;
  }
  view.setUint32(4, checksum(bytes));
  return bytes;
}

/** Throws when the bytes are not a whole model of today's format: the caller trains again. */
export function unpackModel(bytes: Uint8Array): IntentModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < lead || view.getUint32(0) !== magic) throw new Error('not an intent model');
  const decoder = new TextDecoder();
  const headEnd = lead + view.getUint32(8);
  if (view.getUint32(4) !== checksum(bytes)) throw new Error('the model is damaged or cut off');
  const header = JSON.parse(decoder.decode(bytes.subarray(lead, headEnd))) as Header;
  if (header.format !== intentModelFormat) throw new Error(`model format ${header.format}`);
  const gramEnd = headEnd + header.gramBytes;
  const classes = header.intents.length + 1;
  const grams = JSON.parse(decoder.decode(bytes.subarray(headEnd, gramEnd))) as string[];
  let at = gramEnd;
  const floats = (count: number) => {
    const list = new Float32Array(copy(bytes, at, at + 4 * count));
    at += 4 * count;
    return list;
  };
  const idf = floats(header.columns);
  const bias = floats(classes);
  const scale = floats(classes);
  const space: FeatureSpace = {
    vocabulary: header.vocabulary,
    concepts: compileConcepts(header.vocabulary),
    columns: new Map(grams.map((gram, column) => [gram, column])),
    idf,
    unseenIdf: header.unseenIdf,
  };
  return {
    intents: header.intents,
    space,
    layer: { classes, bias, scale, weights: new Int16Array(copy(bytes, at, bytes.length)) },
    phrases: header.phrases.map((texts) => ({ texts, vectors: texts.map((text) => vectorize(space, text)) })),
    calibration: header.calibration,
  };
}

/** FNV-1a, 32 bits, over what follows the checksum. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 8; i < bytes.length; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

/** An aligned copy; not `slice`, which for a Buffer is a view. */
function copy(bytes: Uint8Array, from: number, to: number): ArrayBuffer {
  return new Uint8Array(bytes.subarray(from, to)).buffer;
}
