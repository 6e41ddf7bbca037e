// From readings of held-out texts to probabilities: how sure the best intent is, and how likely none fits.
import { fitLogistic, type LogisticPrior, type Observation } from './calibrate.ts';
import type { HeldOutReading } from './held-out.ts';
import type { Calibration } from './intent-model.ts';

/**
 * What held on average over 20 sites drawn from the training files of public sets (CLINC150, BANKING77, HWU64,
 * HINT3), over the evidence of `evidence.ts` and the constant.
 */
const confidencePrior: LogisticPrior = {
  mean: [1.7, 2.3, -0.8, 0.8, -0.2],
  precision: [2, 2, 2, 2, 1],
};
const outOfScopePrior: LogisticPrior = {
  mean: [-1.7, -1.2, 1.6, -0.9, -1],
  precision: [2, 2, 2, 2, 1],
};

/** Of the out-of-scope weight, so much lies on the background and the rest on the intents held out. */
const backgroundPart = 0.35;

/** `share`: assumed share (0..1) of messages out of scope. `isBackground` tells which rows are. */
export function fitCalibration(
  readings: HeldOutReading[],
  isBackground: (row: number) => boolean,
  share: number,
): Calibration {
  const inside = readings.filter(({ inScope }) => inScope).length;
  const background = readings.filter(({ row }) => isBackground(row)).length;
  const strangers = readings.length - inside - background;
  const outside = (share / (1 - share)) * inside;
  const part = strangers === 0 ? 1 : background === 0 ? 0 : backgroundPart;
  const weigh = ({ inScope, row }: HeldOutReading) =>
    inScope ? 1 : isBackground(row) ? (outside * part) / background : (outside * (1 - part)) / strangers;
  const observe = (truth: (reading: HeldOutReading) => boolean): Observation[] =>
    readings.map((reading) => ({
      evidence: reading.evidence,
      truth: truth(reading),
      weight: weigh(reading),
    }));
  return {
    confidence: fitLogistic(
      observe(({ right }) => right),
      confidencePrior,
    ),
    outOfScope: fitLogistic(
      observe(({ inScope }) => !inScope),
      outOfScopePrior,
    ),
  };
}
