// @vitest-environment happy-dom
// When a customer who looks elsewhere is called, and when not.
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { EventBody } from '../../shared/events.ts';
import { type AnswerAlerts, createAnswerAlerts } from '../../widget/chat/answer-alerts.ts';
import { en } from '../../widget/ui/strings/en.ts';
import { enLater } from '../../widget/ui/strings/en-later.ts';
import { createWords } from '../../widget/ui/words.ts';
import { type ChatScene, chatScene } from './chat-scene.ts';
import { eventRow } from './fake-connection.ts';

const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };
const answer = (text: string, from: 'agent' | 'assistant' = 'agent'): EventBody => ({
  type: 'message',
  from,
  name: 'Mia',
  text,
});

function alertScene(storage?: ChatScene['storage']) {
  const scene = chatScene(storage);
  const words = signal(createWords({ ...en, ...enLater }, 'en'));
  const around = { hidden: true, tones: 0 };
  const bodies: EventBody[] = [opened, answer('Hello', 'assistant')];
  scene.page({ open: true, notices: 'granted' });
  scene.connection.welcome();
  scene.connection.play(eventRow(bodies));
  const make = (): AnswerAlerts =>
    createAnswerAlerts(
      scene.chat,
      words,
      () => around.hidden,
      () => {
        around.tones += 1;
      },
    );
  const says = (body: EventBody) => {
    bodies.push(body);
    scene.connection.play(eventRow(bodies));
  };
  const told = () => scene.said.filter(({ type }) => type === 'tell');
  return { ...scene, around, make, says, told };
}

it('asks for nothing, shows nothing and makes no sound that the customer did not ask for', () => {
  const { make, says, told, around } = alertScene();
  make();
  says(answer('One'));
  expect(told()).toEqual([]);
  expect(around.tones).toBe(0);
});

it('tells of a person’s answer in the background alone, without what was said', () => {
  const { make, says, told, around } = alertScene();
  const alerts = make();
  alerts.setTells(true);
  expect(told()).toHaveLength(1);
  says(answer('From the assistant', 'assistant'));
  around.hidden = false;
  says(answer('Looked at'));
  expect(told()).toHaveLength(1);
  around.hidden = true;
  says(answer('A secret'));
  expect(told().at(-1)).toMatchObject({
    title: expect.stringContaining('Meridian Air'),
    body: 'You have an answer.',
  });
  expect(JSON.stringify(told())).not.toMatch(/secret|Mia/);
  alerts.setTells(false);
  says(answer('More'));
  expect(told()).toHaveLength(2);
});

it('asks by the press where it is not granted, and answers with a notification where it is: that shows whether it can', () => {
  const { make, told, page } = alertScene();
  const alerts = make();
  page({ notices: 'default' });
  alerts.setTells(true);
  expect(told()).toEqual([{ type: 'tell' }]);
  alerts.setTells(false);
  page({ notices: 'granted' });
  alerts.setTells(true);
  expect(told().at(-1)).toEqual({
    type: 'tell',
    title: 'Meridian Air',
    body: expect.stringContaining('You are told when somebody answers'),
  });
});

it('does not keep the wish where the browser cannot, so that no later page promises it', () => {
  const { make, page, storage } = alertScene();
  const alerts = make();
  alerts.setTells(true);
  page({ notices: 'none' });
  alerts.setSounds(true);
  expect(alerts.tells.value).toBe(true);
  const later = alertScene(storage).make();
  expect(later.tells.value).toBe(false);
  expect(later.sounds.value).toBe(true);
});

it('sounds for whoever does not look, remembers the choice, and forgets it with the customer', () => {
  const { make, says, around, page, storage, chat } = alertScene();
  const alerts = make();
  alerts.setSounds(true);
  expect(around.tones).toBe(1);
  says(answer('One', 'assistant'));
  expect(around.tones).toBe(2);
  around.hidden = false;
  says(answer('Two'));
  expect(around.tones).toBe(2);
  page({ open: false });
  says(answer('Three'));
  expect(around.tones).toBe(3);
  alerts.dispose();
  const again = alertScene(storage);
  const later = again.make();
  expect(later.sounds.value).toBe(true);
  // What was there on arrival is no news.
  expect(again.around.tones).toBe(0);
  later.setSounds(false);
  again.says(answer('Four'));
  expect(again.around.tones).toBe(0);
  chat.memory.value.forget();
  expect(alertScene(storage).make().sounds.value).toBe(false);
});

/** The page comes upon a conversation of which there is more than the server sends at a time. */
function longScene() {
  const scene = chatScene();
  const row = eventRow([opened, answer('Last week'), answer('Last week too'), answer('Just now')]);
  const welcome = (seq: number) =>
    scene.connection.welcome({ conversation: { id: 'c1', status: 'claimed', seq } });
  const make = () => {
    const words = signal(createWords({ ...en, ...enLater }, 'en'));
    createAnswerAlerts(scene.chat, words, () => true).setTells(true);
  };
  const told = () => scene.said.filter((said) => said.type === 'tell' && said.tag);
  scene.page({ open: true, notices: 'granted' });
  return { ...scene, row, welcome, make, told };
}

it('takes nothing for news that was said before the page came, and all that is said while it is cut off', () => {
  const { row, welcome, make, told, connection } = longScene();
  make();
  welcome(3);
  connection.play(row.slice(0, 2));
  connection.play(row.slice(2, 3));
  expect(told()).toEqual([]);
  connection.cut();
  welcome(4);
  connection.play(row.slice(3));
  expect(told()).toHaveLength(1);
});

it('takes nothing for news that was said before it was wanted, though that is still arriving', () => {
  const { row, welcome, make, told, connection } = longScene();
  welcome(3);
  connection.play(row.slice(0, 2));
  make();
  connection.play(row.slice(2, 3));
  expect(told()).toEqual([]);
  connection.play(row.slice(3));
  expect(told()).toHaveLength(1);
});
