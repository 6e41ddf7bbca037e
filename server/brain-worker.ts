// The thread that `brain.ts` trains in, so that a conversation never waits for arithmetic: one input in, one
// packed model out, then it ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { packModel } from './understand/pack-model.ts';
import { trainIntents } from './understand/train-intents.ts';
import type { TrainingInput } from './understand/training-set.ts';

if (parentPort === null) throw new Error('brain-worker runs as a worker thread only');
const bytes = packModel(trainIntents(workerData as TrainingInput));
parentPort.postMessage(bytes, [bytes.buffer]);
