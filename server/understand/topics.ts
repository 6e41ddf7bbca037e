// Finds the topics that bring a person (H1): health, law, money advice and safety everywhere, and the site's own.

import { madeOnce } from '../../shared/made-once.ts';
import type { Topic } from '../site/site.ts';
import { escaped } from './escaped.ts';
import { normalize } from './normalize.ts';
import { shortlist } from './shortlist.ts';

/** Ids of the topics that are regulated for any business. */
const regulated = ['health', 'legal', 'money-advice', 'safety'] as const;

/**
 * Each needs the customer to raise the matter, not merely a word that also means something else: "legal
 * name", "health insurance card" and "safety deposit" are not among them.
 */
const phrases: Record<(typeof regulated)[number], string[]> = {
  health: [
    'medical advice',
    'allerg(?:y|ic|ies) (?:to|reaction|shock)',
    "(?:am|is|she's|he's|i'm|with|have|has|had) (?:an? )?(?:severe |nut |food |peanut )*allerg(?:y|ic|ies)",
    'anaphyla\\w+',
    '(?:can|could|should|may|is it safe to|safe to) (?:i |you |we |he |she )?(?:still )?(?:take|use|eat|drink|fly|travel) \\w*(?: \\w+){0,4} (?:while |when |if |after |with )?(?:\\w+ )?(?:pregnan\\w+|breastfeeding|diabet\\w+|asthma|epilep\\w+|surgery|heart condition|medication|pacemaker)',
    "(?:i'm|i am|she is|she's|wife is|while|being) (?:\\w+ (?:weeks|months) )?pregnant",
    'side effects?',
    'overdos\\w+',
    'dosage',
    'dose of',
    'prescription (?:drug|medicine|medication)s?',
    'symptoms?',
    'diagnos\\w+',
    'my (?:medication|insulin|doctor|pacemaker|blood pressure|heart condition|asthma|epilepsy|diabetes|seizures?|oxygen)',
    'fit to fly',
    'medical (?:condition|emergency|certificate|clearance|equipment|device|oxygen)',
    'food poisoning',
    'made me (?:sick|ill|vomit)',
    'got (?:sick|ill) (?:from|after)',
    'rash (?:from|after)',
    'ärztlich\\w*',
    'medikamente?n?',
    'nebenwirkung\\w*',
    'schwanger',
    'allergisch\\w*',
    'allergien?',
    'dosierung',
    'herzschrittmacher',
    'krankheit',
    'lebensmittelvergiftung',
  ],
  legal: [
    'lawyers?',
    'solicitors?',
    'attorneys?',
    'barristers?',
    'sue (?:you|them|the|your|this)',
    'suing',
    'lawsuits?',
    'legal (?:action|advice|rights?|department|proceedings?|team|claim|counsel|matter|obligation|threat)',
    'take (?:you|this|them) to court',
    'small claims',
    'see you in court',
    'court (?:order|case|date|hearing)',
    'ombudsman',
    'gdpr',
    'subpoena',
    'data protection (?:authority|officer|request)',
    'subject access request',
    'right to be forgotten',
    'class action',
    'liab(?:le|ility)',
    'breach of contract',
    'consumer (?:rights|protection|court|forum)',
    'trading standards',
    'eu ?261',
    'ec ?261',
    'police report',
    'discriminat\\w+',
    'illegal\\w*',
    'fraud\\w*',
    'press charges',
    'anw[aä]lt\\w*',
    'rechtsanw[aä]lt\\w*',
    'verklagen',
    'verklage',
    'klage einreichen',
    'klagen',
    'gericht',
    'rechtlich\\w*',
    'rechtsberatung',
    'rechtsschutz\\w*',
    'dsgvo',
    'verbraucherzentrale',
    'schadens?ersatz',
    'strafanzeige',
    'anzeige erstatten',
    'haftung',
    'betrug',
    'diskriminier\\w*',
    'datenschutzbeauftragte\\w*',
  ],
  'money-advice': [
    '(?:should|shall|can|could) i (?:invest|borrow|remortgage|refinance|sell my (?:shares|stocks|house)|buy (?:shares|stocks|crypto|bitcoin))',
    'invest(?:ment|ing)? (?:advice|in (?:stocks?|shares|crypto|bitcoin|funds?|gold|property))',
    'financial (?:advice|adviser|advisor|hardship|difficult\\w+|trouble)',
    'tax (?:advice|return|deductible|implications?|evasion)',
    'mortgage advice',
    'pension (?:advice|transfer)',
    'debt (?:advice|counsel\\w+|collector|collection|relief|management)',
    'bankrupt\\w*',
    'insolven\\w+',
    "can't afford (?:to )?(?:pay|my|the|food|rent)",
    'which (?:stocks?|shares|fund|funds|loan) (?:should|to)',
    'credit (?:advice|counsel\\w+)',
    'is it worth investing',
    'savings advice',
    'bailiffs?',
    'anlageberatung',
    'geldanlage',
    '(?:soll|sollte) ich (?:\\w+ )*(?:investieren|anlegen|umschulden)',
    'steuerberat\\w*',
    'steuerlich absetz\\w*',
    'schuldnerberatung',
    'insolvenz\\w*',
    'überschuld\\w*',
    'schulden',
    'inkasso',
    'kreditberatung',
    'altersvorsorge',
  ],
  safety: [
    'caught fire',
    'on fire',
    'catch(?:es|ing)? fire',
    'exploded?',
    'exploding',
    'explosion',
    'electric(?:al)? shock',
    'electrocuted',
    'smok(?:e|ing) (?:is |was )?(?:coming|from)',
    'overheat(?:s|ed|ing)',
    'burn(?:t|ed|s|ing) (?:my|his|her|me|smell|hand|skin|through|a hole)',
    'gas leak',
    'smell(?:s|ing)? (?:of )?gas',
    'carbon monoxide',
    'product recall',
    'recalled',
    'choking hazard',
    'injur(?:y|ed|ies)',
    'threaten(?:ed|ing)? me',
    'stalk(?:er|ing|ed)',
    'harass(?:ed|ment|ing)',
    'assault(?:ed)?',
    'bomb',
    'weapon',
    'unsafe',
    'dangerous',
    'not safe',
    'hazard\\w*',
    'toxic',
    'poison\\w*',
    'swollen battery',
    'battery (?:is )?(?:swollen|bulging|leaking)',
    'unaccompanied (?:child|minor)',
    'sparks?',
    'brennt',
    'brand',
    'explodiert',
    'stromschlag',
    'überhitzt',
    'raucht',
    'gasgeruch',
    'verletzt',
    'verletzung',
    'bedroht',
    'belästig\\w+',
    'gefährlich',
    'rückruf des produkts',
    'giftig',
    'bombe',
    'waffe',
  ],
};

export interface CompiledTopic {
  id: string;
  pattern: RegExp;
}

/** One expression for each topic; a site's own words are matched whole, in any case, with a plural s or en. */
export function compileTopics(own: Topic[]): CompiledTopic[] {
  const general = regulated.map((id) => ({ id: id as string, pattern: whole(phrases[id]) }));
  const sites = own
    .filter(({ words }) => words.length > 0)
    .map(({ id, words }) => ({
      id,
      pattern: whole(words.map((word) => `${literally(normalize(word))}(?:e?s|e?n)?`)),
    }));
  return [...general, ...sites];
}

/** Ids of the topics that the text touches, each once. */
export function readTopics(text: string, topics: CompiledTopic[]): string[] {
  const plain = normalize(text);
  const found = possible(topics)(plain).filter(({ pattern }) => pattern.test(plain));
  return [...new Set(found.map(({ id }) => id))];
}

const possible = madeOnce((topics: CompiledTopic[]) => shortlist(topics, ({ pattern }) => pattern));

function whole(alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

function literally(words: string): string {
  return escaped(words).replace(/\s+/g, '\\s+');
}
