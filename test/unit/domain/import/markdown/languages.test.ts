import { describe, expect, it } from 'vitest';

import { placeHeading } from '#domain/import/place-sections.ts';

import { readReport, rowsOf } from './read-report.ts';

/** One report in languages other than English; each is invented. */
const REPORTS = {
  Spanish: `# Caída de pedidos

**Fecha:** 3 de marzo de 2025
**Autora:** Ana
**Estado:** Cerrado

## 1. Resumen ejecutivo

Fallaron los pedidos.

## 2. Impacto en los usuarios

Nadie pudo pagar.

## 3. Cronología del incidente

Todas las horas en UTC.

| Hora | Evento |
|---|---|
| 10:02 | Suena la alarma |
| 10:40 | Se libera el disco |

## 4. Detección

Por una alarma.

## 5. Causa raíz

El disco estaba lleno.

## 6. Resolución

Se borraron los registros.

## 7. ¿Qué salió bien?

- La alarma

## 8. ¿Qué salió mal?

- El manual

## 9. Lecciones aprendidas

- Vigilar el disco

## 10. Acciones correctivas

| Acción | Responsable | Fecha límite | Estado |
|---|---|---|---|
| Ampliar el disco | Luis | 2025-04-01 | Pendiente |
`,
  Portuguese: `# Queda de pedidos

**Data do incidente:** 3 de março de 2025
**Autora:** Ana
**Status:** Fechado

## Resumo

Fallaron los pedidos.

## Impacto

Nadie pudo pagar.

## Linha do tempo

Todos os horários em UTC.

| Hora | Evento |
|---|---|
| 10:02 | Suena la alarma |
| 10:40 | Se libera el disco |

## Detecção

Por una alarma.

## Causa raiz

El disco estaba lleno.

## Resolucao

Se borraron los registros.

## O que deu certo

- La alarma

## O que poderia melhorar

- El manual

## Lições aprendidas

- Vigilar el disco

## Ações corretivas

| Ação | Responsável | Prazo | Situação |
|---|---|---|---|
| Ampliar el disco | Luis | 2025-04-01 | Pendente |
`,
  Italian: `# Ordini fermi

**Data dell'incidente:** 3 marzo 2025
**Autrice:** Ana
**Stato:** Chiuso

## Riepilogo

Fallaron los pedidos.

## Impatto sugli utenti

Nadie pudo pagar.

## Cronologia

Tutti gli orari in UTC.

| Ora | Evento |
|---|---|
| 10:02 | Suena la alarma |
| 10:40 | Se libera el disco |

## Rilevamento

Por una alarma.

## Causa principale

El disco estaba lleno.

## Risoluzione

Se borraron los registros.

## Cosa ha funzionato

- La alarma

## Cosa non ha funzionato

- El manual

## Lezioni apprese

- Vigilar el disco

## Azioni correttive

| Azione | Responsabile | Scadenza | Stato |
|---|---|---|---|
| Ampliar el disco | Luis | 2025-04-01 | Aperta |
`,
  Dutch: `# Bestellingen mislukt

**Datum:** 3 maart 2025
**Auteur:** Ana
**Status:** Gesloten

## Samenvatting

Fallaron los pedidos.

## Gevolgen

Nadie pudo pagar.

## Tijdlijn van het incident

Alle tijden in UTC.

| Tijd | Gebeurtenis |
|---|---|
| 10:02 | Suena la alarma |
| 10:40 | Se libera el disco |

## Detectie

Por una alarma.

## Oorzaak

El disco estaba lleno.

## Oplossing

Se borraron los registros.

## Wat ging goed

- La alarma

## Wat kan beter

- El manual

## Geleerde lessen

- Vigilar el disco

## Actiepunten

| Actie | Eigenaar | Deadline | Status |
|---|---|---|---|
| Ampliar el disco | Luis | 2025-04-01 | Open |
`,
};

it('takes what Portuguese and Italian call the date for it only where it is one', () => {
  expect(readReport('a.md', '# A\n\n**Data:** 10 Gennaio 2026\n').coe.happened).toMatchObject({ value: '2026-01-10' });
  const other = readReport('b.md', '# B\n\n**Data:** exported on 2026-01-10\n\n## Summary\n\nLate.\n');
  expect(other.coe.happened).toMatchObject({ precision: 'unknown' });
  expect(other.coe.sections.context.prose).toBe('**Data:** exported on 2026-01-10');
});

it('reads a heading in one of these languages before the English words in it', () => {
  const report = readReport(
    'c.md',
    '# C\n\n## Correção 1: Schedule Trigger\n\nUm trigger.\n\n## Perché è andato storto\n\nNessuno.\n',
  );
  expect(report.coe.sections.mitigated.prose).toContain('Um trigger.');
  expect(report.coe.sections.cause.prose).toBe('');
});

it.each([
  ['Actions to lessen the risk', 'actions'],
  ['Next steps to lessen the damage', 'actions'],
  ['Root cause of Fortuna outage', 'cause'],
  ['Impact on Fortuna', 'customerImpact'],
  ['Fortuna timeline', 'timeline'],
  ['Action items for Fortuna', 'actions'],
  ['Follow-up: causal analysis', 'actions'],
  ['Causal factors', 'cause'],
  ['Response of the Herstel team', 'mitigated'],
  ['How to lessen the load', null],
  ['Lessen voor de volgende keer', 'lessons'],
  ['Belangrijkste lessen', 'lessons'],
  ['Per fortuna', 'lucky'],
  ['Solución: new trigger', 'mitigated'],
  ['Medidas para response times', 'actions'],
])('leads “%s” to %s, also where a word of it is one of another language', (heading, target) => {
  expect(placeHeading(heading, { headings: new Map(), kind: null })?.target ?? null).toBe(target);
});

it('has the actions below an English heading with a word that Dutch has too', () => {
  const report = readReport('d.md', '# D\n\n## Actions to lessen the risk\n\n- Add an alarm (owner: Ann)\n');
  expect(report.coe.sections.actions.items).toMatchObject([{ text: 'Add an alarm', owner: 'Ann' }]);
  expect(report.coe.sections.learned.lessons).toEqual([]);
});

it('takes how something is done in German for nobody, and who in Dutch for the owner', () => {
  const german = readReport(
    'e.md',
    '# E\n\n## Maßnahmen\n\n| Maßnahme | Wie wird geprüft | Wer | Bis wann |\n|---|---|---|---|\n| Alarm bauen | Testlauf jeden Monat | Ann | 2026-03-01 |\n',
  );
  expect(german.coe.sections.actions.items).toMatchObject([
    { text: 'Alarm bauen', owner: 'Ann', due: '2026-03-01', doneWhen: 'Wie wird geprüft: Testlauf jeden Monat' },
  ]);
  const how = readReport(
    'f.md',
    '# F\n\n## Maßnahmen\n\n| Maßnahme | Wie | Status |\n|---|---|---|\n| Alarm bauen | mit Grafana | offen |\n',
  );
  expect(how.coe.sections.actions.items).toMatchObject([
    { text: 'Alarm bauen', owner: '', doneWhen: 'Wie: mit Grafana' },
  ]);
  const dutch = readReport(
    'g.md',
    '# G\n\n## Acties\n\n| Actie | Wie | Deadline |\n|---|---|---|\n| Alarm bouwen | Ann | 2026-03-01 |\n',
  );
  expect(dutch.coe.sections.actions.items).toMatchObject([{ text: 'Alarm bouwen', owner: 'Ann', due: '2026-03-01' }]);
});

it.each([
  ['Maßnahmen', 'Maßnahme | Bis wann', '5. März 2026', 'fällig bis 5. März 2026', '2026-03-05'],
  ['Mesures correctives', 'Action | Échéance', '1er mai 2026', 'échéance : 1er mai 2026', '2026-05-01'],
  ['Acciones', 'Acción | Fecha límite', '5 de mayo de 2026', 'fecha límite: 5 de mayo de 2026', '2026-05-05'],
  ['Ações', 'Ação | Prazo', '5 de março de 2026', 'prazo: 5 de março de 2026', '2026-03-05'],
  ['Azioni', 'Azione | Scadenza', '5 maggio 2026', 'scadenza: 5 maggio 2026', '2026-05-05'],
  ['Acties', 'Actie | Streefdatum', '5 maart 2026', 'deadline: 5 maart 2026', '2026-03-05'],
])('reads the due dates of %s with a month in words', (heading, columns, cell, words, due) => {
  const table = readReport('h.md', `# H\n\n## ${heading}\n\n| ${columns} |\n|---|---|\n| Alarm 1 | ${cell} |\n`);
  expect(table.coe.sections.actions.items).toMatchObject([{ text: 'Alarm 1', due, doneWhen: '' }]);
  const list = readReport('i.md', `# I\n\n## ${heading}\n\n- Alarm 1 (${words})\n`);
  expect(list.coe.sections.actions.items).toMatchObject([{ text: 'Alarm 1', due }]);
});

describe.each(Object.entries(REPORTS))('a report in %s', (_language, text) => {
  const report = readReport('informe.md', text);
  const { sections } = report.coe;

  it('has its sections, and nothing in Unplaced', () => {
    expect(report.coe.unplaced).toBe('');
    expect(report.coe.summary).toBe('Fallaron los pedidos.');
    expect(sections.customerImpact.prose).toBe('Nadie pudo pagar.');
    expect(sections.noticed.prose).toBe('Por una alarma.');
    expect(sections.cause.prose).toBe('El disco estaba lleno.');
    expect(sections.mitigated.prose).toBe('Se borraron los registros.');
    expect(sections.learned.wentWell.map(({ text: well }) => well)).toEqual(['La alarma']);
    expect(sections.learned.wentBadly.map(({ text: badly }) => badly)).toEqual(['El manual']);
    expect(sections.learned.lessons.map(({ rule }) => rule)).toEqual(['Vigilar el disco']);
  });

  it('has its header, its timeline and its actions', () => {
    expect(report.coe.happened).toMatchObject({ precision: 'day', value: '2025-03-03', approximate: false });
    expect(report.coe.author).toBe('Ana');
    expect(rowsOf(report)).toEqual(['2025-03-03T10:02 UTC Suena la alarma', '2025-03-03T10:40 UTC Se libera el disco']);
    expect(report.zoneAsked).toBe(false);
    expect(sections.actions.items.map(({ text: what, owner, due, status }) => [what, owner, due, status])).toEqual([
      ['Ampliar el disco', 'Luis', '2025-04-01', 'open'],
    ]);
  });
});
