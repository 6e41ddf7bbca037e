// The desk's and the brief's words in Hindi.
import type { HandoffWords } from './handoff-words.ts';

export const hi: HandoffWords = {
  brief: {
    labels: {
      wants: 'आपको क्या चाहिए',
      details: 'आपने क्या बताया',
      tried: 'क्या कोशिश की गई',
      known: 'क्या ज्ञात है',
      promised: 'क्या वादा किया गया',
    },
    added: 'आपने जोड़ा',
    agentLabels: {
      why: 'यह आपके पास क्यों आया',
      wants: 'उन्हें क्या चाहिए',
      details: 'उन्होंने क्या बताया',
      mood: 'अब तक का मनोभाव',
      tried: 'क्या कोशिश की गई',
      known: 'ज्ञात और जाँचा हुआ',
      promised: 'वादा किया गया',
    },
    notSaid: 'अभी स्पष्ट नहीं',
    signedInAs: (name) => `${name} के रूप में साइन इन`,
    signedIn: 'साइन इन है',
    notSignedIn: 'साइन इन नहीं है',
    done: (what, reference) => `${what}: हो गया${reference ? `, संदर्भ संख्या ${reference}` : ''}`,
    undone: (what) => `${what}: किया गया और फिर वापस लिया गया`,
    failed: (what) => `${what}: विफल, कुछ नहीं किया गया`,
    unknown: (what) => `${what}: भेजा गया, पर पता नहीं कि हुआ या नहीं`,
    notDone: (what) => `${what}: पुष्टि नहीं हुई, कुछ नहीं किया गया`,
    notRun: (what) => `${what}: पुष्टि हुई, पर किया नहीं गया`,
    read: (title) => `दिखाया गया: ${title}`,
    asked: (question, answer) => `प्रश्न “${question}”, उत्तर “${answer}”`,
    undoUntil: (what, time) => `${what}: ${time} तक वापस लिया जा सकता है`,
    toBeDone: (what) => `${what}: पुष्टि हुई, किया जाना बाकी`,
    within: (duration) => `${duration} के अंदर एक व्यक्ति`,
    calm: 'पूरे समय शांत',
    moods: { frustration: 'झुँझलाहट', urgency: 'जल्दी', confusion: 'उलझन' },
    reasons: {
      asked: 'व्यक्ति से बात करने को कहा',
      distress: 'संकट में',
      'unknown-outcome': 'एक परिणाम ज्ञात नहीं',
      frustration: 'एक से अधिक बार झुँझलाहट',
      'no-progress': 'प्रश्नों से बात आगे नहीं बढ़ी',
      topic: 'व्यक्ति के लिए विषय',
      vip: 'विशेष ग्राहक',
      failure: 'एक कार्य विफल हुआ या उपलब्ध नहीं है',
      hold: 'एक कार्य व्यक्ति के लिए रोका गया है',
      watchdog: 'एक संदेश बिना उत्तर के रह जाता',
      intent: 'व्यक्ति के लिए अनुरोध',
      approval: 'एक कार्य स्वीकृति की प्रतीक्षा में है',
      takeover: 'सहायक से लिया गया',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} ने आपकी बातचीत टीम को लौटा दी है। आपका स्थान बना रहेगा: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `${agent} से संपर्क टूट गया, खेद है। आप अपने पुराने स्थान पर लौट आए हैं: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} का उत्तर नहीं आया, खेद है। कोई और सँभालेगा और आपका स्थान बना रहेगा: ${wait}`,
      lapsed: () => 'अब एक व्यक्ति सँभाल रहे हैं, इसलिए ऊपर का प्रश्न बंद कर दिया गया है। कुछ नहीं किया गया।',
      'wait-longer': (_agent, wait) =>
        `खेद है, बताए गए समय से अधिक लग रहा है: ${wait} आप प्रतीक्षा जारी रख सकते हैं, संदेश छोड़ सकते हैं, या अपना स्थान रखते हुए कॉल का अनुरोध कर सकते हैं।`,
    },
    someone: 'वह व्यक्ति',
    within: (position, duration, outOfTen) =>
      `कतार में स्थान ${position}, आमतौर पर ${duration} के अंदर (10 में से ${outOfTen} बार ऐसा ही होता है)।`,
    tooLittle: (position) => `कतार में स्थान ${position}; समय बताने के लिए पर्याप्त जानकारी नहीं है।`,
    nobody: (position, opens) =>
      opens
        ? `कतार में स्थान ${position}; अभी कोई नहीं है, हम लौटेंगे: ${opens}।`
        : `कतार में स्थान ${position}; अभी कोई नहीं है।`,
  },
};
