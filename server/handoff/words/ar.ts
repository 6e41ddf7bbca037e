// The desk's and the brief's words in Arabic. Spans of time stand after a colon, as Intl says them.
import type { HandoffWords } from './handoff-words.ts';

export const ar: HandoffWords = {
  brief: {
    labels: {
      wants: 'ما تريده',
      details: 'ما أخبرتنا به',
      tried: 'ما جُرّب',
      known: 'ما هو معروف',
      promised: 'ما وُعدت به',
    },
    added: 'أضفته أنت',
    agentLabels: {
      why: 'سبب الوصول إليك',
      wants: 'المطلوب',
      details: 'ما قيل',
      mood: 'المزاج حتى الآن',
      tried: 'ما جُرّب',
      known: 'معروف ومتحقق منه',
      promised: 'الوعود',
    },
    notSaid: 'غير واضح بعد',
    signedInAs: (name) => `تسجيل الدخول باسم ${name}`,
    signedIn: 'سُجّل الدخول',
    notSignedIn: 'لم يُسجَّل الدخول',
    done: (what, reference) => `${what}: تم${reference ? `، رقم المرجع ${reference}` : ''}`,
    undone: (what) => `${what}: تم ثم جرى التراجع عنه`,
    failed: (what) => `${what}: لم ينجح، ولم يُنفَّذ شيء`,
    unknown: (what) => `${what}: أُرسل، ولا يُعرف هل نُفّذ`,
    notDone: (what) => `${what}: لم يُؤكَّد، ولم يُنفَّذ شيء`,
    notRun: (what) => `${what}: أُكّد ولم يُنفَّذ`,
    read: (title) => `عُرض: ${title}`,
    asked: (question, answer) => `السؤال «${question}»، الجواب «${answer}»`,
    undoUntil: (what, time) => `${what}: يمكن التراجع عنه حتى ${time}`,
    toBeDone: (what) => `${what}: أُكّد وبانتظار التنفيذ`,
    within: (duration) => `شخص، والمدة القصوى: ${duration}`,
    calm: 'هدوء طوال الوقت',
    moods: { frustration: 'انزعاج', urgency: 'استعجال', confusion: 'ارتباك' },
    reasons: {
      asked: 'طلب التحدث إلى شخص',
      distress: 'في ضيق شديد',
      'unknown-outcome': 'نتيجة غير معروفة',
      frustration: 'انزعاج متكرر',
      'no-progress': 'لم تؤدِّ الأسئلة إلى نتيجة',
      topic: 'موضوع يخص شخصًا',
      vip: 'عميل مميز',
      failure: 'إجراء فشل أو غير متاح',
      hold: 'إجراء موقوف لمراجعة شخص',
      watchdog: 'كادت رسالة تبقى بلا رد',
      intent: 'طلب يخص شخصًا',
      approval: 'إجراء ينتظر الموافقة',
      takeover: 'استُلمت من المساعد',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) => `أُعيدت محادثتك من ${agent} إلى الفريق. ستحتفظ بدورك: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `انقطع الاتصال مع ${agent}، نعتذر لك. عدت إلى دورك السابق: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `لم يصلك رد من ${agent}، نعتذر لك. سيتولى شخص آخر المحادثة، وستحتفظ بدورك: ${wait}`,
      lapsed: () => 'يتولى شخص المحادثة الآن، لذلك أُغلق السؤال أعلاه. لم يُنفَّذ شيء.',
      'wait-longer': (_agent, wait) =>
        `نعتذر لك، يستغرق الأمر أطول مما قلنا: ${wait} يمكنك متابعة الانتظار أو ترك رسالة أو طلب الاتصال بك مع الاحتفاظ بدورك.`,
    },
    someone: 'الشخص المسؤول',
    within: (position, duration, outOfTen) =>
      `رقمك في الدور ${position}، والمدة القصوى عادةً: ${duration} (يصحّ ذلك ${outOfTen} مرات من كل 10).`,
    tooLittle: (position) => `رقمك في الدور ${position}، ولا تتوفر بيانات كافية لتقدير المدة.`,
    nobody: (position, opens) =>
      opens
        ? `رقمك في الدور ${position}، ولا أحد هنا الآن، ونعود: ${opens}.`
        : `رقمك في الدور ${position}، ولا أحد هنا الآن.`,
  },
};
