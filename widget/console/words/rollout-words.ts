// The words of the rungs, as a typed table.
import type { RolloutMode } from '../../../shared/ladder.ts';
import type { RolloutEvidence } from '../../../shared/protocol.ts';

export interface RolloutWords {
  rollout: Record<'title' | 'held' | 'loading' | 'why' | 'release', string> & {
    modes: Record<RolloutMode, string>;
    heldOf: (action: string) => string;
    stands: (mode: string, share: number) => string;
    atMost: (mode: string) => string;
    moved: (by: string, why: string) => string;
    to: (mode: string, anyway: boolean) => string;
    agreement: (seen: RolloutEvidence) => string;
    runs: (seen: RolloutEvidence) => string;
    next: (mode: string, warranted: boolean, why: string) => string;
  };
}
