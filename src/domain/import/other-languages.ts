import type { FactId } from './header-facts.ts';
import type { HeadingTarget } from './imported-report.ts';

/**
 * Headings of reports in German, French, Spanish, Portuguese, Italian and Dutch, folded, as in `place-sections.ts`. Look
 * them up by `foreignKey`, so that articles, accents and the word for incident do not matter.
 */
export const FOREIGN_HEADINGS: Readonly<Partial<Record<HeadingTarget, string>>> = {
  summary:
    'zusammenfassung|kurzfassung|überblick|übersicht|was ist passiert|was ist geschehen|beschreibung|vorfall|résumé|synthèse|vue densemble|que sest il passé|ce qui sest passé|description de lincident|' +
    'resumen|resumen general|problema encontrado|problema identificado|qué pasó|qué ocurrió|qué sucedió|qué ha pasado|descripción|descripción del problema|problema|sumario|síntesis|' +
    'resumo|o que aconteceu|o que ocorreu|visão geral|descrição|descrição do problema|sumário|' +
    'sommario|riepilogo|sintesi|riassunto|cosa è successo|che cosa è successo|panoramica|descrizione|descrizione del problema|' +
    'samenvatting|overzicht|probleem|probleemomschrijving|wat is er gebeurd|wat gebeurde er|beschrijving|omschrijving',
  context:
    'hintergrund|kontext|ausgangslage|offene fragen|contexte|questions ouvertes|annexes|anhang|' +
    'contexto|antecedentes|introducción|preguntas abiertas|glosario|referencias|anexos|información adicional|' +
    'introdução|histórico|perguntas em aberto|glossário|referências|informações adicionais|' +
    'contesto|antefatti|introduzione|domande aperte|glossario|riferimenti|allegati|' +
    'achtergrond|aanleiding|inleiding|open vragen|bijlagen|referenties',
  customerImpact:
    'auswirkung|auswirkungen|folgen|betroffene|wer war betroffen|was war betroffen|betroffene systeme|conséquences|impact client|impact utilisateur|qui a été touché|services touchés|' +
    'impacto|alcance|consecuencias|síntoma|síntomas|efectos|afectación|usuarios afectados|clientes afectados|servicios afectados|sistemas afectados|quién se vio afectado|a quién afectó|impacto en usuarios|impacto en clientes|impacto en negocio|evaluación del impacto|' +
    'escopo|consequências|sintoma|sintomas|efeitos|usuários afetados|utilizadores afetados|clientes afetados|serviços afetados|sistemas afetados|quem foi afetado|impacto nos usuários|impacto no negócio|' +
    'impatto|conseguenze|sintomo|sintomi|effetti|utenti coinvolti|clienti coinvolti|servizi coinvolti|sistemi coinvolti|chi è stato coinvolto|impatto sugli utenti|impatto sui clienti|' +
    'gevolgen|gevolg|impact op gebruikers|impact op klanten|wie had er last van|getroffen systemen|getroffen gebruikers|symptomen',
  impact:
    'kosten|finanzielle auswirkungen|coût|coûts|impact financier|coste|costes|costo|costos|impacto económico|impacto financiero|métricas|' +
    'custo|custos|impacto financeiro|impatto economico|costi|metriche|financiële gevolgen',
  timeline:
    'zeitlicher ablauf|ablauf|zeitleiste|zeitachse|zeitstrahl|chronologie|verlauf|zeitverlauf|chronologie des événements|déroulement|déroulé|frise chronologique|' +
    'cronología|línea de tiempo|línea temporal|cronología de eventos|cronología de hechos|secuencia de eventos|eventos|' +
    'linha do tempo|linha temporal|cronologia|cronologia dos eventos|sequência de eventos|' +
    'linea temporale|cronologia degli eventi|sequenza degli eventi|eventi|' +
    'tijdlijn|tijdslijn|tijdsverloop|verloop|gebeurtenissen',
  noticed:
    'erkennung|entdeckung|wie wurde es bemerkt|détection|comment lavons nous détecté|' +
    'detección|identificación|descubrimiento|cómo se detectó|cómo lo detectamos|cómo nos dimos cuenta|' +
    'detecção|identificação|descoberta|como foi detectado|como foi percebido|como detectamos|' +
    'rilevamento|rilevazione|come è stato trovato|individuazione|come è stato rilevato|come ce ne siamo accorti|' +
    'detectie|ontdekking|hoe is het ontdekt|hoe werd het opgemerkt',
  mitigated:
    'behebung|lösung|wiederherstellung|entstörung|sofortmaßnahmen|résolution|rétablissement|mesures immédiates|remédiation|' +
    'mitigación|resolución|solución|solución temporal|solución aplicada|recuperación|restablecimiento|remediación|corrección|correcciones|corrección aplicada|correcciones aplicadas|fix aplicado|solución implementada|contención|respuesta|acciones inmediatas|acciones tomadas|cómo se resolvió|cómo lo resolvimos|resolución y recuperación|' +
    'mitigação|resolução|solução|recuperação|restabelecimento|correção|correções|correção aplicada|correções aplicadas|solução aplicada|solução implementada|contenção|resposta|ações imediatas|ações tomadas|como foi resolvido|como resolvemos|' +
    'mitigazione|risoluzione|soluzione|ripristino|correzione|correzioni|fix applicato|soluzione adottata|contenimento|risposta|azioni immediate|come è stato risolto|come abbiamo risolto|' +
    'mitigatie|oplossing|herstel|beperking|directe acties|hoe is het opgelost',
  cause:
    'ursache|ursachen|grundursache|hauptursache|ursachenanalyse|auslöser|cause racine|causes racines|cause profonde|causes profondes|analyse des causes|facteurs contributifs|beitragende faktoren|déclencheur|' +
    'causa|causas|causa raíz|causas raíz|causas raíces|causa principal|análisis de causa raíz|análisis causal|análisis de causas|factores contribuyentes|factores que contribuyeron|desencadenante|por qué ocurrió|por qué pasó|análisis|análisis técnico|investigación|diagnóstico|diagnóstico inicial|detalles técnicos|' +
    'causa raiz|causas raiz|análise de causa raiz|análise das causas|fatores contribuintes|fatores que contribuíram|gatilho|por que aconteceu|análise|análise técnica|investigação|detalhes técnicos|' +
    'cause|causa radice|cause radice|causa principale|causa scatenante|analisi delle cause|analisi della causa|fattori contributivi|fattori che hanno contribuito|perché è successo|analisi|analisi tecnica|' +
    'oorzaak|oorzaken|grondoorzaak|hoofdoorzaak|oorzaakanalyse|bijdragende factoren|aanleidingen|waarom gebeurde dit|analyse',
  whys: '5 mal warum|fünf warum|5 pourquoi|les 5 pourquoi|cinq pourquoi|5 porqués|5 por qués|5 por qué|cinco porqués|cinco por qués|5 porquês|5 por quês|cinco porquês|5 perché|cinque perché|5 keer waarom|vijf keer waarom|5 waaroms',
  lessons:
    'lehren|erkenntnisse|gelernt|was haben wir gelernt|gewonnene erkenntnisse|leçons|leçons apprises|leçons tirées|enseignements|fazit|' +
    'lecciones|lecciones aprendidas|aprendizajes|qué aprendimos|qué hemos aprendido|conclusiones|conclusión|' +
    'lições|lições aprendidas|aprendizados|aprendizagens|o que aprendemos|conclusões|conclusão|' +
    'lezioni|lezioni apprese|lezioni imparate|cosa abbiamo imparato|conclusioni|conclusione|' +
    'lessen|geleerde lessen|wat hebben we geleerd|leerpunten|conclusies|conclusie',
  wentWell:
    'was lief gut|was gut lief|was gut gelaufen ist|was ist gut gelaufen|ce qui a bien fonctionné|ce qui a bien marché|points positifs|' +
    'qué salió bien|lo que salió bien|qué funcionó|qué funcionó bien|lo que funcionó|lo que funcionó bien|qué fue bien|lo que fue bien|aspectos positivos|puntos positivos|' +
    'o que deu certo|o que funcionou|o que funcionou bem|o que correu bem|o que foi bem|pontos positivos|' +
    'cosa è andato bene|cosa ha funzionato|cosa ha funzionato bene|aspetti positivi|punti positivi|' +
    'wat ging goed|wat ging er goed|wat werkte goed',
  wentBadly:
    'was lief schlecht|was lief nicht gut|was schlecht lief|was ist schlecht gelaufen|was schief lief|verbesserungspotenzial|ce qui na pas fonctionné|ce qui a mal fonctionné|ce qui na pas marché|points négatifs|points à améliorer|' +
    'qué salió mal|lo que salió mal|qué no funcionó|lo que no funcionó|qué fue mal|lo que fue mal|qué falló|qué se puede mejorar|qué podemos mejorar|áreas de mejora|oportunidades de mejora|puntos de mejora|aspectos a mejorar|aspectos negativos|' +
    'o que deu errado|o que não deu certo|o que não funcionou|o que falhou|o que correu mal|o que pode melhorar|o que poderia melhorar|o que podemos melhorar|pontos de melhoria|pontos a melhorar|oportunidades de melhoria|pontos negativos|' +
    'cosa è andato male|cosa è andato storto|cosa non ha funzionato|cosa migliorare|aspetti negativi|punti di miglioramento|' +
    'wat ging fout|wat ging er fout|wat ging mis|wat ging er mis|wat ging niet goed|wat kan beter|wat kon beter|verbeterpunten',
  lucky:
    'wo hatten wir glück|glück gehabt|glück|où avons nous eu de la chance|chance|dónde tuvimos suerte|tuvimos suerte|suerte|onde tivemos sorte|tivemos sorte|sorte|dove siamo stati fortunati|fortuna|waar hadden we geluk|geluk gehad|geluk',
  actions:
    'maßnahmen|aufgaben|nächste schritte|folgemaßnahmen|korrekturmaßnahmen|verbesserungsmaßnahmen|vorbeugende maßnahmen|actions correctives|actions préventives|plan daction|plan dactions|prochaines étapes|mesures correctives|suites à donner|mesures prises|' +
    'acciones|acciones correctivas|acciones preventivas|acciones correctivas y preventivas|acciones correctivas preventivas|acciones a tomar|plan de corrección|cómo evitarlo|cómo prevenirlo|acciones de seguimiento|plan de acción|próximos pasos|siguientes pasos|medidas|medidas correctivas|medidas preventivas|tareas|tareas pendientes|seguimiento|mejoras|recomendaciones|prevención|' +
    'ações|ações corretivas|ações preventivas|ações corretivas e preventivas|ações de acompanhamento|plano de ação|próximos passos|medidas corretivas|tarefas|melhorias|recomendações|prevenção|acompanhamento|itens de ação|' +
    'azioni|azioni correttive|azioni preventive|azioni correttive e preventive|piano dazione|piano di azione|prossimi passi|come prevenire la ricorrenza|misure correttive|misure preventive|attività|miglioramenti|raccomandazioni|prevenzione|' +
    'acties|actiepunten|vervolgacties|vervolgstappen|maatregelen|verbetermaatregelen|corrigerende maatregelen|preventieve maatregelen|volgende stappen|aanbevelingen|preventie',
};

/**
 * What a heading in one of these languages contains, without accents, when it is none of the names above; the first that
 * matches.
 */
const FOREIGN_PATTERNS: readonly (readonly [RegExp, HeadingTarget])[] = [
  [/\b(?:5|cinco|cinque|vijf|cinq|funf) (?:keer )?(?:por ?que|perche|waarom|pourquoi|warum)s?\b/, 'whys'],
  [
    /\b(?:no funciono|no salio|salio mal|nao funcionou|deu errado|non ha funzionato|andat[oa] (?:male|storto)|ging (?:er )?(?:fout|mis)|niet goed)\b|\b(?:a mejorar|de mejora|a melhorar|de melhoria|da migliorare|di miglioramento)\b/,
    'wentBadly',
  ],
  [
    /\b(?:salio bien|funciono bien|fue bien|deu certo|funcionou bem|correu bem|andat[oa] bene|funzionato bene|ging (?:er )?goed)\b/,
    'wentWell',
  ],
  [/\b(?:suerte|sorte|geluk|(?:per|con|di|stata) fortuna)\b/, 'lucky'],
  [
    /\b(?:leccion|lecciones|licao|licoes|lezion[ei]|leerpunten|aprendiz\w*|aprendid\w*|apprese)\b|(?<!\bto )\blessen(?: (?:uit|voor|van|die|en|over|op|na|bij)\b|$)/,
    'lessons',
  ],
  [
    /\b(?:cronologi\w*|linea (?:de(?:l)? )?tiempo|linea temporal|linha do tempo|tijdlijn|tijdslijn|chronologi\w*|zeitleiste)\b/,
    'timeline',
  ],
  [
    /\b(?:accion(?:es)?|acao|acoes|azion[ei]|acties|actiepunten|maatregelen|massnahmen|medidas|misure|tareas|tarefas|proximos (?:pasos|passos)|prossimi passi|volgende stappen)\b/,
    'actions',
  ],
  [
    /^(?:por que|perche|waarom|pourquoi|warum)\b|\b(?:causas?|oorza(?:ak|ken)|ursachen?|factores contribuyentes|fatores contribuintes)\b/,
    'cause',
  ],
  [/\b(?:deteccion|deteccao|rilevamento|detectie|ontdekking|erkennung)\b/, 'noticed'],
  [
    /\b(?:mitigacion|mitigacao|mitigazione|resolucion|resolucao|risoluzione|solucion|solucao|soluzione|recuperacion|recuperacao|correccion|correcciones|correcao|correcoes|correzion[ei]|ripristino|oplossing|herstel|behebung)\b/,
    'mitigated',
  ],
  [/\b(?:impacto|impatto|afectad[oa]s?|afetad[oa]s?|coinvolt[ie]|getroffen|gevolgen|auswirkungen)\b/, 'customerImpact'],
  [/\b(?:contexto|contesto|antecedentes|referencias|riferimenti|anexos|allegati|achtergrond|bijlagen)\b/, 'context'],
  [/\b(?:resumen|resumo|sintesi|riepilogo|samenvatting|zusammenfassung)\b/, 'summary'],
];

/** Articles and the like, and words that every heading of such a report may have: "Cronología detallada del incidente". */
const FILLERS = new Set(
  'der die das des dem den ein eine vom zum zur le la les de du un une el los las del al lo una o a os as do da dos das em il i gli di dello della dei degli delle dell het een van er incidente incidencia lincidente dellincidente incident incidents incidentes lincident vorfalls störung ejecutivo ejecutiva executivo executiva esecutivo esecutiva detallada detallado detalhada detalhado dettagliata dettagliato breve general geral generale'
    .split(' ')
    .map(withoutAccents),
);

/** The words of a folded heading that tell what it is, without accents; empty when there are none. */
export const foreignKey = (folded: string): string =>
  withoutAccents(folded)
    .replace(/^(?:\d+ )+/, '')
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ');

/** A text in letters without accents. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

/** Words that only headings in these languages have. */
const FUNCTION_WORDS = /\b(?:del|della|dei|degli|delle|das|dos|nas|para|por|sobre|voor|het|een|und|los|las|una|uma)\b/;

/**
 * Where a folded heading leads whose words are in one of these languages; null when it has none of them. It `isSure` when
 * no English heading is written so: the word has an accent, or another word is of that language.
 */
export function foreignTargetOf(folded: string): { readonly target: HeadingTarget; readonly isSure: boolean } | null {
  const plain = withoutAccents(folded);
  for (const [pattern, target] of FOREIGN_PATTERNS) {
    const words = pattern.exec(plain)?.[0].split(' ');
    if (words === undefined) continue;
    const accented = folded.split(' ').filter((word) => words.includes(withoutAccents(word)) && !words.includes(word));
    return { target, isSure: accented.length > 0 || FUNCTION_WORDS.test(plain) };
  }
  return null;
}

/** Keys of a header in the same languages, as in `header-facts.ts`. */
export const FOREIGN_KEYS: Readonly<Partial<Record<FactId, string>>> = {
  title: 'titel|titre|título|titolo',
  date: 'datum|tag|datum des vorfalls|vorfallsdatum|date de lincident|date de la panne|jour|fecha|fecha del incidente|fecha y hora|día|data|data do incidente|data e hora|data dellincidente|data e ora|datum van het incident',
  began:
    'beginn|anfang|startzeit|beginn der störung|début|heure de début|début de lincident|inicio|hora de inicio|inicio del incidente|início|hora de início|início do incidente|inizio|ora di inizio|inizio dellincidente|begin|starttijd|begintijd',
  noticed: 'entdeckt|bemerkt|erkannt|détecté|détecté à|detectado|detectado em|rilevato|ontdekt|opgemerkt',
  told: 'gemeldet|signalé|notificado|comunicado|segnalato|gemeld',
  mitigated: 'entschärft|atténué|mitigado|mitigato',
  resolved:
    'ende|behoben|gelöst|ende der störung|fin|résolu|heure de fin|fin de lincident|hora de fin|fin del incidente|resuelto|fim|término|hora de término|fim do incidente|resolvido|fine|ora di fine|fine dellincidente|risolto|einde|eindtijd|opgelost',
  author:
    'autor|autorin|autoren|verfasser|verfasserin|verfasst von|erstellt von|auteur|autrice|auteure|auteurs|rédigé par|rédacteur|rédactrice|autora|autores|elaborado por|escrito por|redactado por|autore|autrice|autori|redatto da|auteur|auteurs|geschreven door|opgesteld door',
  severity:
    'schweregrad|gravité|sévérité|criticité|severidad|gravedad|nivel de severidad|criticidad|severidade|gravidade|criticidade|gravità|severità|criticità',
  tags: 'schlagworte|schlagwörter|stichworte|étiquettes|mots clés|etiquetas|palabras clave|palavras chave|etichette|parole chiave|trefwoorden',
  zone: 'zeitzone|fuseau horaire|zona horaria|fuso horário|fuso orario|tijdzone',
  other:
    'dauer|durée|beteiligte|teilnehmer|teilnehmende|participants|statut|verantwortlich|responsable|priorität|priorité|' +
    'duración|estado|participantes|responsables|prioridad|equipo|servicio|servicios|id del incidente|duração|responsável|responsáveis|prioridade|equipe|serviço|durata|stato|partecipanti|responsabile|priorità|squadra|servizio|duur|deelnemers|verantwoordelijke|prioriteit',
};

const MONTHS: readonly (readonly [string, string])[] = [
  ['January', 'januar|jänner|janvier|enero|janeiro|gennaio|januari'],
  ['February', 'februar|feber|février|fevrier|febrero|fevereiro|febbraio|februari'],
  ['March', 'märz|mars|marzo|março|marco|maart'],
  ['April', 'avril|abril|aprile'],
  ['May', 'mai|mayo|maio|maggio|mei'],
  ['June', 'juni|juin|junio|junho|giugno'],
  ['July', 'juli|juillet|julio|julho|luglio'],
  ['August', 'août|aout|agosto|augustus'],
  ['September', 'septembre|septiembre|setiembre|setembro|settembre'],
  ['October', 'oktober|octobre|octubre|outubro|ottobre'],
  ['November', 'novembre|noviembre|novembro'],
  ['December', 'dezember|décembre|decembre|diciembre|dezembro|dicembre'],
];
const FOREIGN_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\d{1,2})(?:\.|er|º|°)?\s(?:de\s)?(${MONTHS.map(([, names]) => names).join('|')})(?:,?\s(?:del?\s)?|\b)(?=\d{4}(?!\d))`,
  'giu',
);

/** Gives a date such as "3 février 2024", "3. Februar 2024" or "3 de febrero de 2024" the English name of its month. */
export const withEnglishMonths = (text: string): string =>
  text.replaceAll(FOREIGN_DAY, (_, day: string, month: string) => {
    const english = MONTHS.find(([, names]) => names.split('|').includes(month.toLowerCase()))?.[0] ?? month;
    return `${day} ${english} `;
  });

const CITIES: Readonly<Record<string, string>> = {
  paris: 'Europe/Paris',
  bruxelles: 'Europe/Brussels',
  genève: 'Europe/Zurich',
  luxembourg: 'Europe/Luxembourg',
  madrid: 'Europe/Madrid',
  'ciudad de méxico': 'America/Mexico_City',
  bogotá: 'America/Bogota',
  lima: 'America/Lima',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  brasília: 'America/Sao_Paulo',
  'são paulo': 'America/Sao_Paulo',
  lisboa: 'Europe/Lisbon',
  roma: 'Europe/Rome',
  amsterdam: 'Europe/Amsterdam',
};
const TIME_OF_CITY = new RegExp(
  String.raw`(?<!\p{L})(?:(?:toutes\s+les\s+)?heures?\s+de|hora(?:s|rio|rios)?\s+de|ora(?:rio)?\s+di|tijd(?:en)?\s+in)\s+(${Object.keys(CITIES).join('|')})(?!\p{L})`,
  'iu',
);

/** Gives "Alle Zeiten in MEZ", "Todas las horas en UTC" and "heures de Paris" the words that English reports name the zone of their times with. */
export const withEnglishZoneWords = (line: string): string =>
  line
    .replace(
      /\b(?:todas\s+las\s+horas|todos\s+os\s+horários|tutti\s+gli\s+orari|alle\s+tijden)\s+(?:son\s+|están\s+|são\s+|estão\s+|sono\s+|zijn\s+)?(?:en|em|in)\b/i,
      'All times in',
    )
    .replace(/\b(?:alle\s+)?(?:uhr)?zeiten\s+(?:sind\s+)?(?:in|im)\b/i, 'All times in')
    .replace(/\b(?:toutes\s+les\s+)?heures?\s+(?:en|sont\s+en)\s+(?=[A-Z])/i, 'All times in ')
    .replace(TIME_OF_CITY, (_, city: string) => `All times in ${CITIES[city.toLowerCase()] ?? city}`);
