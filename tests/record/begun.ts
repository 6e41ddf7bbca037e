// A conversation of nobody who is known, as a recorder begins it: `c`, at 1, with its `opened` alone.
import type { Recorder } from '../../server/record/recorder.ts';

export function begun(record: Recorder): Promise<unknown> {
  const opened = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 's' } as const;
  return record.begin({
    id: 'c',
    site: 's',
    channel: 'web',
    visitor: 'v',
    customer: null,
    at: 1,
    events: [opened],
  });
}
