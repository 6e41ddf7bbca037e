// Trains the intent model of one site from the phrases its owner wrote; everything else is held against them.
import { fitCalibration } from './fit-calibration.ts';
import { readHeldOut } from './held-out.ts';
import type { IntentModel } from './intent-model.ts';
import { fitLinearLayer } from './linear-layer.ts';
import { layerOptions, roughOptions, type TrainingInput, trainingSet } from './training-set.ts';

/**
 * A model that answers for the given intents only; equal inputs and seed give equal models. Without any
 * example the model reads everything as out of scope.
 */
export function trainIntents(input: TrainingInput): IntentModel {
  const set = trainingSet(input);
  const { intents, texts, rows, labels, space } = set;
  const options = layerOptions(input.seed);
  const layer = fitLinearLayer(rows, labels, intents.length + 1, space.idf.length, options);
  const readings = readHeldOut(set, roughOptions(input.seed), { intentsToo: true });
  const calibration = fitCalibration(
    readings,
    (row) => labels[row] === intents.length,
    input.outOfScopeShare,
  );
  const phrases = intents.map((_, place) => {
    const own = [...rows.keys()].filter((row) => labels[row] === place);
    return { texts: own.map((row) => texts[row]!), vectors: own.map((row) => rows[row]!) };
  });
  return { intents, space, layer, phrases, calibration };
}
