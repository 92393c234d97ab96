import type { FactId } from './header-facts.ts';
import type { HeadingTarget } from './imported-report.ts';

/** Headings of reports in German and French, folded, as in `place-sections.ts`. */
export const FOREIGN_HEADINGS: Readonly<Partial<Record<HeadingTarget, string>>> = {
  summary:
    'zusammenfassung|kurzfassung|überblick|übersicht|was ist passiert|was ist geschehen|beschreibung|vorfall|résumé|synthèse|vue densemble|que sest il passé|ce qui sest passé|description de lincident',
  context: 'hintergrund|kontext|ausgangslage|offene fragen|contexte|questions ouvertes|annexes|anhang',
  customerImpact:
    'auswirkung|auswirkungen|folgen|betroffene|wer war betroffen|was war betroffen|betroffene systeme|conséquences|impact client|impact utilisateur|qui a été touché|services touchés',
  impact: 'kosten|finanzielle auswirkungen|coût|coûts|impact financier',
  timeline:
    'zeitlicher ablauf|ablauf|zeitleiste|zeitachse|zeitstrahl|chronologie|verlauf|zeitverlauf|chronologie des événements|déroulement|déroulé|frise chronologique',
  noticed: 'erkennung|entdeckung|wie wurde es bemerkt|détection|comment lavons nous détecté',
  mitigated:
    'behebung|lösung|wiederherstellung|entstörung|sofortmaßnahmen|résolution|rétablissement|mesures immédiates|remédiation',
  cause:
    'ursache|ursachen|grundursache|hauptursache|ursachenanalyse|auslöser|cause racine|causes racines|cause profonde|causes profondes|analyse des causes|facteurs contributifs|beitragende faktoren|déclencheur',
  whys: '5 mal warum|fünf warum|5 pourquoi|les 5 pourquoi|cinq pourquoi',
  lessons:
    'lehren|erkenntnisse|gelernt|was haben wir gelernt|gewonnene erkenntnisse|leçons|leçons apprises|leçons tirées|enseignements|fazit',
  wentWell:
    'was lief gut|was gut lief|was gut gelaufen ist|was ist gut gelaufen|ce qui a bien fonctionné|ce qui a bien marché|points positifs',
  wentBadly:
    'was lief schlecht|was lief nicht gut|was schlecht lief|was ist schlecht gelaufen|was schief lief|verbesserungspotenzial|ce qui na pas fonctionné|ce qui a mal fonctionné|ce qui na pas marché|points négatifs|points à améliorer',
  lucky: 'wo hatten wir glück|glück gehabt|glück|où avons nous eu de la chance|chance',
  actions:
    'maßnahmen|aufgaben|nächste schritte|folgemaßnahmen|korrekturmaßnahmen|verbesserungsmaßnahmen|vorbeugende maßnahmen|actions correctives|actions préventives|plan daction|plan dactions|prochaines étapes|mesures correctives|suites à donner|mesures prises',
};

/** Keys of a header in German and French, as in `header-facts.ts`. */
export const FOREIGN_KEYS: Readonly<Partial<Record<FactId, string>>> = {
  title: 'titel|titre',
  date: 'datum|tag|datum des vorfalls|vorfallsdatum|date de lincident|date de la panne|jour',
  began: 'beginn|anfang|startzeit|beginn der störung|début|heure de début|début de lincident',
  noticed: 'entdeckt|bemerkt|erkannt|détecté|détecté à',
  told: 'gemeldet|signalé',
  mitigated: 'entschärft|atténué',
  resolved: 'ende|behoben|gelöst|ende der störung|fin|résolu|heure de fin|fin de lincident',
  author:
    'autor|autorin|autoren|verfasser|verfasserin|verfasst von|erstellt von|auteur|autrice|auteure|auteurs|rédigé par|rédacteur|rédactrice',
  severity: 'schweregrad|gravité|sévérité|criticité',
  tags: 'schlagworte|schlagwörter|stichworte|étiquettes|mots clés',
  zone: 'zeitzone|fuseau horaire',
  other:
    'dauer|durée|beteiligte|teilnehmer|teilnehmende|participants|statut|verantwortlich|responsable|priorität|priorité',
};

const MONTHS: readonly (readonly [string, string])[] = [
  ['January', 'januar|jänner|janvier'],
  ['February', 'februar|feber|février|fevrier'],
  ['March', 'märz|mars'],
  ['April', 'avril'],
  ['May', 'mai'],
  ['June', 'juni|juin'],
  ['July', 'juli|juillet'],
  ['August', 'août|aout'],
  ['October', 'oktober|octobre'],
  ['September', 'septembre'],
  ['November', 'novembre'],
  ['December', 'dezember|décembre|decembre'],
];
const FOREIGN_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\d{1,2})(?:\.|er)?\s(${MONTHS.map(([, names]) => names).join('|')})(?:\s|\b)(?=\d{4}(?!\d))`,
  'giu',
);

/** Gives a date such as "3 février 2024" or "3. Februar 2024" the English name of its month. */
export const withEnglishMonths = (text: string): string =>
  text.replaceAll(FOREIGN_DAY, (_, day: string, month: string) => {
    const english = MONTHS.find(([, names]) => names.split('|').includes(month.toLowerCase()))?.[0] ?? month;
    return `${day} ${english} `;
  });

/** Gives "Alle Zeiten in MEZ" and "heures de Paris" the words that English reports name the zone of their times with. */
export const withEnglishZoneWords = (line: string): string =>
  line
    .replace(/\b(?:alle\s+)?(?:uhr)?zeiten\s+(?:sind\s+)?(?:in|im)\b/i, 'All times in')
    .replace(/\b(?:toutes\s+les\s+)?heures?\s+(?:en|sont\s+en)\s+(?=[A-Z])/i, 'All times in ')
    .replace(/\b(?:toutes\s+les\s+)?heures?\s+de\s+(Paris|Bruxelles|Genève|Luxembourg)\b/i, (_, city: string) => {
      const names: Record<string, string> = { bruxelles: 'Brussels', genève: 'Zurich' };
      return `All times in Europe/${names[city.toLowerCase()] ?? city}`;
    });
