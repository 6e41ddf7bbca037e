// The desk's and the brief's words in Japanese.
import type { HandoffWords } from './handoff-words.ts';

export const ja: HandoffWords = {
  brief: {
    labels: {
      wants: 'ご要望',
      details: 'お伺いした内容',
      tried: '試したこと',
      known: '確認できていること',
      promised: 'お約束したこと',
    },
    added: 'お客様による追記',
    agentLabels: {
      why: '引き継ぎの理由',
      wants: 'ご要望',
      details: '伺った内容',
      mood: 'これまでの様子',
      tried: '試したこと',
      known: '確認済みの情報',
      promised: 'お約束',
    },
    notSaid: 'まだはっきりしていません',
    signedInAs: (name) => `${name}としてログイン中`,
    signedIn: 'ログイン中',
    notSignedIn: '未ログイン',
    done: (what, reference) => `${what}：完了${reference ? `、受付番号 ${reference}` : ''}`,
    undone: (what) => `${what}：実行後に取り消し`,
    failed: (what) => `${what}：失敗。何も行っていません`,
    unknown: (what) => `${what}：送信済み。実行されたかどうかは不明です`,
    notDone: (what) => `${what}：未確定。何も行っていません`,
    notRun: (what) => `${what}：確定済み。実行はしていません`,
    read: (title) => `表示した資料：${title}`,
    asked: (question, answer) => `質問「${question}」、回答「${answer}」`,
    undoUntil: (what, time) => `${what}：${time}まで元に戻せます`,
    toBeDone: (what) => `${what}：確定済み、実行待ち`,
    within: (duration) => `担当者の対応：${duration}以内`,
    calm: '終始落ち着いたご様子',
    moods: { frustration: 'いら立ち', urgency: 'お急ぎ', confusion: '戸惑い' },
    reasons: {
      asked: '担当者を希望',
      distress: '緊急の心配あり',
      'unknown-outcome': '結果が不明',
      frustration: 'いら立ちが続いた',
      'no-progress': '質問で進展がなかった',
      topic: '担当者が扱う話題',
      vip: '優先のお客様',
      failure: '操作が失敗、または利用不可',
      hold: '操作を担当者のため保留中',
      watchdog: '返答が遅れそうだった',
      intent: '担当者が扱う依頼',
      approval: '操作が承認待ち',
      takeover: 'アシスタントから引き取り',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent}が会話を担当チームに戻しました。順番は保たれています。${wait}`,
      'requeued-vanished': (agent, wait) =>
        `${agent}との接続が切れました。申し訳ございません。元の順番に戻りました。${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent}からの返信がなく、申し訳ございません。別の担当者が引き継ぎます。順番は保たれています。${wait}`,
      lapsed: () => 'ここからは担当者が承りますので、上の質問は終了しました。何も行っていません。',
      'wait-longer': (_agent, wait) =>
        `お伝えした時間より長くかかっており、申し訳ございません。${wait}このままお待ちいただくか、伝言を残すか、順番を保ったまま折り返しの電話をお選びいただけます。`,
    },
    someone: '担当者',
    within: (position, duration, outOfTen) =>
      `順番は ${position} 番目、通常 ${duration}以内です（10 回中 ${outOfTen} 回はそのとおりです）。`,
    tooLittle: (position) =>
      `順番は ${position} 番目です。待ち時間をお伝えできるだけの情報がまだありません。`,
    nobody: (position, opens) =>
      opens
        ? `順番は ${position} 番目です。ただいま担当者がおりません。次の受付：${opens}。`
        : `順番は ${position} 番目です。ただいま担当者がおりません。`,
  },
};
