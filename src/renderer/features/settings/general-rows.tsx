import { COE_ORDERS, type CoeOrder } from '#domain/catalogue/coe-order.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';
import { TimeSetting } from './time-setting.tsx';
import { TextSetting } from './text-setting.tsx';
import { ZoneField } from '../../entities/zone/zone-field.tsx';

/** The orders a list can open in. Best match needs a search. */
type ListOrder = Exclude<CoeOrder, 'best-match'>;

const ORDER_LABELS: Record<ListOrder, string> = {
  'happened-newest': 'Newest first',
  'happened-oldest': 'Oldest first',
  changed: 'Last changed',
  created: 'Last created',
  title: 'Title',
  severity: 'Most severe first',
};

const LIST_ORDERS = COE_ORDERS.filter((id): id is ListOrder => id !== 'best-match');

const DATE_ORDER_OPTIONS = [
  { id: 'system', label: 'Same as this computer' },
  { id: 'day-first', label: 'Day first, 14/5/2026' },
  { id: 'month-first', label: 'Month first, 5/14/2026' },
  { id: 'year-first', label: 'Year first, 2026/5/14' },
] as const;

const CLOCK_OPTIONS = [
  { id: 'system', label: 'Same as this computer' },
  { id: '24-hour', label: '24 hours, 21:30' },
  { id: '12-hour', label: '12 hours, 9:30 PM' },
] as const;

/** Author, time zone, dates, reminders and the order of the list. */
export const GENERAL_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'authorName',
    label: 'Your name',
    help: 'Saved in new COEs as their author. You can leave it empty.',
    words: 'author written by',
    field: ({ authorName }, change) => (
      <TextSetting label="Your name" value={authorName} onChange={(name) => change({ authorName: name })} />
    ),
  },
  {
    key: 'aliases',
    label: 'Your other names',
    help: 'Names and nicknames that stand for you as author or owner, between commas: “Ann, a.lee”. A team library shows you first what is yours.',
    words: 'alias nickname initials mine owner author team',
    field: ({ aliases }, change) => (
      <TextSetting label="Your other names" value={aliases} onChange={(names) => change({ aliases: names })} />
    ),
  },
  {
    key: 'someoneToCall',
    label: 'Someone to call',
    help: 'A person you trust. Shown only here, and beside your text if it sounds as if you are thinking of ending your life. It is kept with the settings on this computer, not encrypted.',
    isWide: true,
    words: 'help line crisis suicide phone number friend emergency contact',
    field: ({ someoneToCall }, change) => (
      <>
        <TextSetting
          label="Name"
          labelShown
          value={someoneToCall.name}
          onChange={(name) => change({ someoneToCall: { ...someoneToCall, name } })}
        />
        <TextSetting
          label="Number"
          labelShown
          value={someoneToCall.number}
          onChange={(number) => change({ someoneToCall: { ...someoneToCall, number } })}
        />
      </>
    ),
  },
  {
    key: 'zone',
    label: 'Time zone',
    help: 'The zone that you enter times in and that decides which day it is. Existing times keep their zone.',
    words: 'timezone place utc',
    field: ({ zone }, change) => <ZoneField label="Time zone" value={zone} onChange={(id) => change({ zone: id })} />,
  },
  {
    key: 'dateOrder',
    label: 'Dates',
    help: 'The order in which dates are shown, and in which 12/11/2026 is read.',
    words: 'date format order locale region american european iso',
    field: ({ dateOrder }, change) => (
      <Select
        label="Dates"
        labelHidden
        options={DATE_ORDER_OPTIONS}
        value={dateOrder}
        onChange={(id) => id !== null && change({ dateOrder: id })}
      />
    ),
  },
  {
    key: 'clock',
    label: 'Clock',
    help: 'How a time of day is shown. Both 21:30 and 9:30 PM can always be typed.',
    words: 'time format 12 24 hour am pm',
    field: ({ clock }, change) => (
      <Select
        label="Clock"
        labelHidden
        options={CLOCK_OPTIONS}
        value={clock}
        onChange={(id) => id !== null && change({ clock: id })}
      />
    ),
  },
  {
    key: 'reminders',
    label: 'Reminder',
    help: 'One notification a day when a check or an action is due, even if the computer was asleep when it fell due.',
    words: 'notification today due check daily',
    field: ({ reminders }, change) => (
      <Checkbox
        label="Remind me once a day"
        isSelected={reminders}
        onChange={(on) => change({ reminders: on, remindersOffered: true })}
      />
    ),
  },
  {
    key: 'reminderTime',
    label: 'Time of the reminder',
    help: 'The reminder appears at this time, or later when the computer was off.',
    words: 'notification hour morning',
    field: ({ reminderTime }, change) => (
      <TimeSetting
        label="Time of the reminder"
        value={reminderTime}
        onChange={(time) => change({ reminderTime: time })}
      />
    ),
  },
  {
    key: 'listOrder',
    label: 'Order of the COEs',
    help: 'The order the list opens in. Changing it in the list changes it here.',
    words: 'sort list newest oldest',
    field: ({ listOrder }, change) => (
      <Select
        label="Order of the COEs"
        labelHidden
        options={LIST_ORDERS.map((id) => ({ id, label: ORDER_LABELS[id] }))}
        value={listOrder === 'best-match' ? 'happened-newest' : listOrder}
        onChange={(id) => id !== null && change({ listOrder: id })}
      />
    ),
  },
];
