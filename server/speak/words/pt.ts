// The assistant's own words in Portuguese: você, courteous, as Brazil writes it and Portugal reads it.
import type { Vocabulary } from './vocabulary.ts';

export const pt: Vocabulary = {
  notices: {
    greeting:
      '{opener, select, efficient {Olá, sou {assistant}, o assistente automático. Em que posso ajudar?} other {Olá, sou {assistant}, o assistente automático. Conte o que traz você aqui; a qualquer momento, basta um toque para falar com uma pessoa.}}',
    'welcome-back': 'Em que posso ajudar?',
    thanks: 'Por nada. Precisa de mais alguma coisa?',
    goodbye: 'Até logo. Você pode retomar esta conversa quando quiser.',
    cancelled: 'Tudo bem, fica sem efeito. Nada foi alterado.',
    kept: 'Tudo bem. Fica tudo como está; nada foi alterado.',
    expired: 'O tempo da confirmação acabou, então nada foi feito. Com um toque você pode vê-la novamente.',
    lapsed: 'A confirmação que estava aberta foi fechada. Nada foi feito.',
    changed:
      'Algo mudou desde que a confirmação foi mostrada, então nada foi feito. Peça de novo e você verá como está agora.',
    done: 'Feito.',
    failed: 'Não funcionou, e nada foi alterado. Uma pessoa pode assumir daqui.',
    'unknown-outcome':
      'Enviei a solicitação, mas não recebi uma resposta clara: ainda não sei se foi feita. Por favor, não envie de novo. Uma pessoa vai verificar e avisar você.',
    undone: 'Foi desfeito.',
    'undo-failed': 'Não consegui desfazer com certeza. Uma pessoa vai verificar.',
    'undo-over': 'Aqui já não é possível desfazer. Uma pessoa pode dizer o que ainda é possível.',
    'undo-under-way': 'Já está sendo desfeito. Em até um minuto você lerá aqui o resultado.',
    'sign-in':
      'Para isso preciso ter certeza de que é você. Entre na sua conta neste site e peça de novo, ou fale com uma pessoa.',
    unavailable:
      'Não consigo acessar o sistema agora, por isso não posso verificar nem alterar. Nada foi feito.',
    'no-article': 'Não tenho nada por escrito sobre isso.',
    'nothing-to-act-on':
      'Procurei na sua conta e não encontrei nada a que isso pudesse se aplicar, então não alterei nada. Se você esperava ver algo, uma pessoa pode verificar com você.',
    'press-the-button':
      'Nada foi feito ainda. Para decidir, toque em um dos dois botões abaixo ou escreva o texto dele por inteiro.',
    'come-back-to': 'Você também perguntou sobre: {topic}. Volto a isso logo depois.',
    'now-to': 'Agora, o outro assunto: {topic}.',
    'one-moment':
      'Não consegui responder a tempo e não quero deixar você na dúvida: estou chamando uma pessoa.',
    waiting: 'Você é o número {position} da fila. A espera é de até {minutes}, em {share} de cada 10 casos.',
    'waiting-no-estimate': 'Você é o número {position} da fila. Tenho poucos dados para prometer um tempo.',
    'nobody-on-duty':
      'Não há ninguém de plantão agora. {opens, select, unknown {Seu lugar está guardado.} other {Voltamos: {opens}. Seu lugar está guardado.}}',
    'file-kept':
      'Guardei o seu arquivo, mas não consigo ver o que há nele. Diga-me com palavras do que se trata, ou fale com uma pessoa, que pode abri-lo.',
    'file-for-person':
      'Guardei o seu arquivo para a pessoa que vai assumir. Eu não consigo ver o que há nele.',
    'noted-for-person': 'Anotei isso para a pessoa que vai assumir.',
    distress:
      'Se você ou alguém com você está em perigo, peça ajuda agora: {contacts}. Estou chamando uma pessoa imediatamente.',
    left: 'Obrigado. A equipe recebeu sua mensagem e responde aqui.',
    'left-known':
      'Obrigado. A equipe recebeu sua mensagem. Ela responde aqui e conhece este contato: {contact}.',
    'left-mail':
      'Obrigado. A equipe recebeu sua mensagem. Ela responde aqui; se você não estiver, a resposta vai para {contact}.',
    'mail-then':
      'Obrigado. Você mantém seu lugar na fila. Se não estiver aqui quando alguém responder, a resposta vai para {contact}.',
    callback:
      'Obrigado. Você mantém seu lugar na fila, e alguém vai ligar para {contact} quando for a sua vez.',
    'carry-on': 'Com prazer. Diga do que precisa, e verei o que posso fazer.',
    corrected: 'Obrigado, já corrigi.',
    rated: 'Obrigado por nos dizer.',
    returned: 'Sou o assistente automático novamente. Posso ajudar em mais alguma coisa?',
    requeued: 'Sua conversa voltou ao seu lugar na fila.',
    resolved: 'Esta conversa foi encerrada. Você pode voltar a escrever aqui quando quiser.',
    'not-promised': 'Não consegui reservar agora, por isso não prometo. Nada foi pedido e nada foi cobrado.',
    held: 'Uma pessoa precisa verificar isto antes de seguir. Nada foi alterado ainda.',
    checking:
      'Obrigado. Uma pessoa verifica isto antes de ser feito, em até {minutes}; nada foi alterado ainda. Se preferir desistir, escreva “stop”.',
    'still-checking':
      'Uma pessoa ainda está verificando o que você confirmou, por até {minutes}; nada foi alterado ainda. Escreva “stop” se preferir desistir.',
    'approval-late':
      'Sinto muito: ninguém conseguiu verificar no tempo que informei, então nada foi feito. Uma pessoa assume daqui e vê tudo o que aconteceu.',
    'not-approved':
      'Alguém da equipe verificou e preferiu não fazer assim, então nada foi alterado. Uma pessoa vai tratar disso com você.',
    deadline:
      '{deadline, select, none {} other {Prazo: {deadline}. }}{contact, select, none {} other {Se não puder esperar por nós, ligue para {contact}.}}',
    unsaid:
      'Não posso afirmar isso com certeza e prefiro não adivinhar; não alterei nada agora. Você pode perguntar com outras palavras ou falar com uma pessoa.',
    'not-understood': 'Não tenho certeza de que entendi.',
    'not-done-as-said': 'Entendido. Deixo como está; nada foi alterado.',
    'would-do': 'Perguntar não muda nada. Se você seguisse em frente, significaria isto:',
    buffer:
      'Posso fazer isso para você. Não dá para desfazer, por isso não vou me precipitar: nada foi alterado ainda. Diga “OK” quando quiser que eu continue.',
    'offer-person': 'Prefere falar sobre isso com uma pessoa?',
    'tell-me-more': 'Então diga com suas palavras do que precisa.',
    'agent-late':
      '{agent} ainda não respondeu, desculpe. Se demorar muito mais, outra pessoa assume e você mantém seu lugar.',
    'nothing-open': 'Não há nenhuma pergunta aberta entre nós agora, e nada foi feito. Diga do que precisa.',
  },
  acknowledge: {
    topic: [
      'Então o assunto é: {topic}.',
      'Entendo, trata-se disto: {topic}.',
      'Você escreve sobre o seguinte: {topic}.',
      'Certo, é isto: {topic}.',
      'Vamos ver isto: {topic}.',
      'Obrigado, anotei: {topic}.',
    ],
    plain: [
      'Obrigado pela mensagem.',
      'Obrigado por me contar.',
      'Quero fazer isso direito para você.',
      'Estou ouvindo você.',
      'Quero ter certeza de que entendo bem.',
      'Que bom que você perguntou.',
    ],
    greeting: [
      'Olá.',
      'Olá, que bom falar com você.',
      'Oi.',
      'Boas-vindas ao nosso chat.',
      'Que bom ter você aqui.',
    ],
    person: [
      'Você quer falar com uma pessoa.',
      'Claro, você pode falar com uma pessoa.',
      'Certo, com uma pessoa.',
      'Entendo, para isso você quer uma pessoa.',
      'Tudo bem, você prefere falar com alguém.',
    ],
    distress: [
      'Obrigado por me dizer. Agora você vem em primeiro lugar.',
      'Que bom que você disse isso. Agora você vem em primeiro lugar.',
      'Isso parece muito sério, e você vem em primeiro lugar.',
      'Estou ouvindo você. Vamos colocar você em contato com alguém agora.',
      'Obrigado pela confiança. Nada é mais importante neste momento.',
    ],
    sorrow: {
      death: [
        'Meus sinceros pêsames.',
        'Sinto muito. Meus pêsames a você e à sua família.',
        'Lamento de coração a sua perda.',
        'Sinto muito pelo que você está passando.',
        'É uma notícia muito triste. Receba meus sentimentos.',
      ],
      hardship: [
        'Sinto muito. É muita coisa para carregar.',
        'Sinto que você esteja passando por isso.',
        'Isso parece muito difícil, e sinto muito.',
        'Sinto muito que isso tenha acontecido.',
        'É um momento difícil. Sinto muito.',
      ],
    },
    feeling: {
      frustration: [
        'Sinto muito, isso é frustrante.',
        'Isso deve ser irritante, e sinto muito.',
        'Entendo seu aborrecimento, e sinto muito.',
        'Não deveria ser assim. Sinto muito.',
        'Sinto muito que tenha sido tão difícil.',
        'Você tem toda a razão de estar sem paciência. Sinto muito.',
      ],
      urgency: [
        'Vejo que isso não pode esperar.',
        'Entendo que o tempo é curto.',
        'Para você é urgente, então vamos rápido.',
        'Vejo que você está com pressa.',
        'Certo, não vamos perder tempo.',
      ],
      confusion: [
        'É confuso; vamos organizar isso.',
        'Vejo que isso não está claro.',
        'Vamos deixar isso mais simples.',
        'É fácil se perder nisso; vamos passo a passo.',
        'Vou tentar esclarecer.',
      ],
    },
  },
  clarify: {
    first: ['Qual destas opções você quer dizer?', 'O que você deseja fazer?', 'Qual delas serve melhor?'],
    again: 'Ainda não tenho certeza. É uma destas opções?',
  },
  which: {
    first: 'De qual se trata?',
    stranger: 'Não encontro “{name}” entre o que é seu. De qual se trata?',
    again: 'Não consegui saber a qual você se refere. Escolha uma, por favor:',
  },
  choices: {
    'something-else': 'Outra coisa',
    'a-person': 'Falar com uma pessoa',
    'the-assistant': 'Continuar aqui',
  },
  handoff: {
    asked: 'Uma pessoa já vem.',
    offered: 'Estou chamando uma pessoa para isso. Se preferir continuar comigo, basta um toque.',
    failure: 'Uma pessoa já vem e verá tudo o que aconteceu aqui.',
    wait: 'Você é o número {position} da fila. A espera é de até {minutes}, em {share} de cada 10 casos.',
    noEstimate: 'Você é o número {position} da fila. Tenho poucos dados para prometer um tempo.',
    nobody:
      'Não há ninguém de plantão agora. Voltamos: {opens}. Seu lugar está guardado no início do próximo turno; você pode deixar uma mensagem e dizer como falar com você.',
    nobodyUnknown:
      'Não há ninguém de plantão agora. Seu lugar está guardado; você pode deixar uma mensagem e dizer como falar com você.',
  },
  source: 'Fonte: {title}',
  mail: {
    subject: 'Uma resposta de {business}',
    lead: 'Sua resposta de {agent}, {business}:',
    file: 'Um arquivo espera por você na conversa: {name}',
    link: 'Ler e responder no chat',
    plain: 'Para responder, abra o chat em nossa página, no navegador em que você nos escreveu.',
    why: 'Você recebe esta mensagem porque deixou este endereço em nosso chat. O que você enviar de volta por e-mail não chega à conversa.',
  },
  transcript: {
    title: 'A sua conversa',
    you: 'Você',
    automated: 'automático',
    person: 'pessoa',
    system: 'Aviso',
    chosen: 'escolhido',
    unanswered: 'sem resposta',
    undone: 'desfeito',
    reference: 'Referência',
    file: 'arquivo anexado',
    lines: {
      handoff: 'Uma pessoa foi chamada',
      claimed: '{name} entrou',
      transferred: 'Passado para {name}',
      returned: '{name} devolveu a conversa ao assistente',
      requeued: 'De volta à fila',
      resolved: 'A conversa terminou',
      keep: 'Você escolheu continuar esperando',
      message: 'Você deixou uma mensagem',
      callback: 'Você pediu para ser chamado de volta',
      mail: 'Você pediu a resposta por e-mail',
      assistant: 'Você continuou com o assistente',
    },
  },
};
