// The desk's and the brief's words in Portuguese.
import type { HandoffWords } from './handoff-words.ts';

export const pt: HandoffWords = {
  brief: {
    labels: {
      wants: 'O que você deseja',
      details: 'O que você nos disse',
      tried: 'O que foi tentado',
      known: 'O que se sabe',
      promised: 'O que foi prometido',
    },
    added: 'Acrescentado por você',
    agentLabels: {
      why: 'Por que chegou aqui',
      wants: 'O que deseja',
      details: 'O que disse',
      mood: 'Humor até agora',
      tried: 'O que foi tentado',
      known: 'Conhecido e verificado',
      promised: 'Prometido',
    },
    notSaid: 'ainda não está claro',
    signedInAs: (name) => `acesso feito como ${name}`,
    signedIn: 'acesso feito',
    notSignedIn: 'sem acesso à conta',
    done: (what, reference) => `${what}: feito${reference ? `, referência ${reference}` : ''}`,
    undone: (what) => `${what}: feito e depois desfeito`,
    failed: (what) => `${what}: falhou, nada foi feito`,
    unknown: (what) => `${what}: enviado, mas não se sabe se foi feito`,
    notDone: (what) => `${what}: não confirmado, nada foi feito`,
    notRun: (what) => `${what}: confirmado e não executado`,
    read: (title) => `mostrado: ${title}`,
    asked: (question, answer) => `perguntado “${question}”, respondido “${answer}”`,
    undoUntil: (what, time) => `${what}: pode ser desfeito até: ${time}`,
    toBeDone: (what) => `${what}: confirmado, aguardando execução`,
    within: (duration) => `uma pessoa em até ${duration}`,
    calm: 'com calma o tempo todo',
    moods: { frustration: 'frustração', urgency: 'urgência', confusion: 'confusão' },
    reasons: {
      asked: 'Pediu para falar com uma pessoa',
      distress: 'Em situação de angústia',
      'unknown-outcome': 'Um resultado não é conhecido',
      frustration: 'Frustração repetida',
      'no-progress': 'As perguntas não levaram a nada',
      topic: 'Um assunto para uma pessoa',
      vip: 'VIP',
      failure: 'Uma ação falhou ou não está disponível',
      hold: 'Uma ação está retida para uma pessoa',
      watchdog: 'Uma mensagem ia ficar sem resposta',
      intent: 'Um pedido para uma pessoa',
      approval: 'Uma ação aguarda aprovação',
      takeover: 'Assumida do assistente',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} devolveu sua conversa à equipe. Você mantém seu lugar: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `Perdemos a conexão com ${agent}, desculpe. Você está de volta ao seu lugar anterior: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} não respondeu, desculpe. Outra pessoa vai assumir e você mantém seu lugar: ${wait}`,
      lapsed: () => 'Agora uma pessoa assume, por isso a pergunta acima foi encerrada. Nada foi feito.',
      'wait-longer': (_agent, wait) =>
        `Desculpe, está demorando mais do que dissemos: ${wait} Você pode continuar esperando, deixar uma mensagem ou receber uma ligação e manter seu lugar.`,
    },
    someone: 'A pessoa',
    within: (position, duration, outOfTen) =>
      `número ${position} da fila, normalmente em até ${duration} (isso se cumpre ${outOfTen} vezes em 10).`,
    tooLittle: (position) => `número ${position} da fila; há poucos dados para dizer quanto tempo.`,
    nobody: (position, opens) =>
      opens
        ? `número ${position} da fila; não há ninguém agora, voltamos: ${opens}.`
        : `número ${position} da fila; não há ninguém agora.`,
  },
};
