// What other systems reached on the public sets, from the table of measured and published figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PeerFigure {
  set: string;
  system: string;
  accuracy: number;
  autoAnswered: number;
  errorWhenAuto: number;
  resolved: number;
  oosAuroc: number | null;
  oosAutoAnswered: number | null;
  ece: number | null;
}

const systems: Record<string, string> = {
  js_rec: 'the recipe we started from',
  js_svm: 'linear SVM, temperature',
  npm_nlpjs: 'nlp.js 4.27',
  npm_wink_nb: 'wink naive Bayes',
  npm_fasttextwasm: 'fastText',
  sk_lr: 'logistic regression',
  pub_haptik: 'Haptik (published)',
  pub_bert: 'BERT (published)',
  pub_rasa: 'Rasa (published)',
  pub_dialogflow: 'Dialogflow (published)',
  pub_luis: 'LUIS (published)',
};

/** Measured on the full official tests, of which the public files are a half. */
export function peerFigures(folder: string): PeerFigure[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'baselines_full_test.tsv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.split('\t');
  return lines.flatMap((line) => {
    const cells = Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell]));
    const [set = '', code = ''] = (cells.file ?? '').split('__');
    const system = systems[code];
    if (system === undefined) return [];
    const number = (name: string) => (cells[name] === '-' ? null : Number(cells[name]));
    return {
      set,
      system,
      accuracy: number('acc')!,
      autoAnswered: number('cov')!,
      errorWhenAuto: number('err_auto')!,
      resolved: number('resolved3')!,
      oosAuroc: number('auroc'),
      oosAutoAnswered: number('oos_auto'),
      ece: number('ece_mix') ?? number('ece'),
    };
  });
}
