// One conversation in the left column: who, what they want, how they feel, how long against what was promised.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { answerOwed, answerWithin } from '../models/answer-owed.ts';
import { promiseTone, type Tone } from '../models/promise-tone.ts';
import type { DeskRow, SectionName } from '../models/queue-model.ts';
import { useDesk } from './desk-context.ts';
import { MoodFace } from './mood-face.tsx';

export function QueueRowView({ row, section }: { row: DeskRow; section: SectionName }): VNode {
  const { words, threads, drafts, profile, layout } = useDesk();
  const id = row.conversation;
  const unread = section === 'mine' ? (threads.held.value.get(id)?.unread.value ?? 0) : 0;
  const draft = drafts.all.value.get(id);
  const site = profile.value?.sites.find((each) => each.id === row.site)?.name ?? row.site;
  const several = (profile.value?.sites.length ?? 0) > 1;
  const clock = useClock(row, section);
  const open = () => {
    layout.details.value = false;
    threads.select(id);
  };
  return (
    <li class={`row tone-${clock.tone}${unread > 0 ? ' unread' : ''}`}>
      <button type="button" aria-current={threads.selected.value === id ? 'true' : undefined} onClick={open}>
        <span class="row-head">
          {section === 'waiting' && (
            <span class="place" aria-hidden="true">
              {row.position}
            </span>
          )}
          <bdi class="row-name">{cleanName(row.name ?? words.someone)}</bdi>
          {unread > 0 && (
            <span class="unread-count">
              <span aria-hidden="true">{unread}</span>
              <span class="sr-only">{words.queue.unread(unread)}</span>
            </span>
          )}
          <span class="row-clock" title={clock.spoken}>
            <span aria-hidden="true">{clock.text}</span>
            <span class="sr-only">{clock.spoken}</span>
          </span>
        </span>
        <span class="row-wants">{row.wants}</span>
        <span class="row-foot">
          <MoodFace mood={row.mood} />
          <span class="row-reason" title={row.reason}>
            {section === 'others' && row.agent ? words.queue.with(cleanName(row.agent.name)) : row.reason}
          </span>
          {row.reach && <span class="chip chip-reach">{words.queue.reach[row.reach]}</span>}
          {several && <span class="chip">{site}</span>}
          {(draft?.reply || draft?.note) && <span class="chip chip-draft">{words.queue.draft}</span>}
        </span>
      </button>
    </li>
  );
}

interface RowClock {
  tone: Tone;
  text: string;
  spoken: string;
}

/** What runs on a row: the promise of those who wait, the answer owed to one's own, else plain age. */
function useClock(row: DeskRow, section: SectionName): RowClock {
  const { words, threads, now, profile } = useDesk();
  const time = now.value;
  const age = Math.max(0, (time - row.since) / 1000);
  if (section === 'waiting') {
    const tone = promiseTone(age, row.within);
    const promise =
      row.within === null ? words.queue.notPromised : words.queue.promised(words.wait(row.within));
    const spoken = `${words.queue.place(row.position)}, ${words.queue.waited(words.durationLong(age))}, ${promise}`;
    return { tone, spoken, text: promiseText(tone) };
  }
  if (section === 'mine') {
    const thread = threads.held.value.get(row.conversation);
    const since = thread && answerOwed(thread.conversation.value);
    if (since === undefined) return { tone: 'none', text: '', spoken: words.queue.nothingOwed };
    const owed = Math.max(0, (time - since) / 1000);
    const tone = promiseTone(owed, answerWithin(profile.value, row.site));
    return {
      tone,
      text: words.queue.owedShort(words.duration(owed)),
      spoken: words.queue.owed(words.durationLong(owed)),
    };
  }
  if (section === 'approve') {
    const left = Math.max(0, ((row.needs?.until ?? time) - time) / 1000);
    const tone = left < 60 ? 'red' : 'amber';
    return {
      tone,
      text: words.queue.left(words.duration(left)),
      spoken: words.queue.left(words.durationLong(left)),
    };
  }
  return { tone: 'none', text: words.duration(age), spoken: words.durationLong(age) };

  function promiseText(tone: Tone): string {
    const within = row.within ?? 0;
    if (tone === 'none') return words.duration(age);
    if (tone === 'calm') return words.queue.ofMinutes(words.duration(age), within / 60);
    if (tone === 'broken') return words.queue.over(words.duration(age - within));
    return words.queue.left(words.duration(Math.max(0, within - age)));
  }
}
