const WORDS = `
  a about after again all almost already also although always am among an and another any anybody anyone anything are
  aren around as at away back be became because become been before began behind being best better between both but by
  called came can cannot come comes could couldn did didn do does doesn doing don done down during each either else
  enough even ever every everybody everyone everything few first for from gave get gets getting give given go goes
  going gone got had hadn has hasn have haven having he her here hers herself him himself his how however i if in
  instead into is isn it its itself just keep kept knew know last least less let like little ll long look looked looks
  lot made make makes making many may me mean meant might mine more most much must my myself need needed never new next
  no nobody none nor not nothing now of off often on once one ones only onto or other others otherwise our ours
  ourselves out over own per perhaps put quite rather really s said same saw say says second see seen several she
  should shouldn simply since so some somebody someone something soon still stood such t take taken takes taking than
  that the their theirs them themselves then there these they thing things third this those though three through thus
  till to together too took towards two under until up upon us used very via was wasn way we well went were weren what
  when where whether which while who whole whom whose why will with within without won would wouldn yes yet you your
  yours yourself`;

/** English only. In other languages, rarity alone decides how much a word counts; see docs/seen-before.md. */
const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** Whether a folded word is an English stop word, a single letter or a single digit. */
export const isStopWord = (token: string): boolean => STOP_WORDS.has(token) || /^[a-z0-9]$/.test(token);
