// Scenes of the console in which the agent sends files: looked at, on their way, not taken, sent.
import { failure } from '../../../shared/errors.ts';
import { claim, type Scene, type Stage } from './stage.ts';

export const fileScenes: Record<string, Scene> = {
  'files-ready': {
    async play(stage) {
      await claim(stage);
      stage.desk.drafts.write('c-rosa', 'reply', 'Here is the label, and where we saw it last.');
      (await filesOf(stage)).add(await sampleFiles());
    },
  },
  'files-sending': {
    async play(stage) {
      await claim(stage);
      stage.fake.share = 0.4;
      const files = await filesOf(stage);
      files.add(await sampleFiles());
      files.send();
    },
  },
  'files-failed': {
    async play(stage) {
      await claim(stage);
      const files = await filesOf(stage);
      files.add([...(await sampleFiles()), new File(['x'], 'letter.docx', { type: 'application/msword' })]);
      stage.fake.failNext('attach', failure('internal').error);
      files.send();
    },
  },
  'files-sent': {
    async play(stage) {
      await claim(stage);
      const files = await filesOf(stage);
      files.add(await sampleFiles());
      files.send();
    },
  },
};

async function filesOf({ desk }: Stage) {
  await desk.files.fetch();
  return desk.files.here.value!.model.of('c-rosa');
}

/** A picture and a paper. */
async function sampleFiles(): Promise<File[]> {
  const canvas = new OffscreenCanvas(64, 64);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#7aa2c8';
  pen.fillRect(0, 0, 64, 64);
  const picture = await canvas.convertToBlob();
  return [
    new File([picture], 'your-suitcase-at-the-gate-in-lisbon.png', { type: 'image/png' }),
    new File([new Uint8Array(64_000)], 'courier-label.pdf', { type: 'application/pdf' }),
  ];
}
