import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { FeedSources } from '../../../src/feeds/listed-feed.ts';
import { calendarsOf } from '../../../src/feeds/retiring-calendar.ts';
import { RETIRING_CALENDAR } from '../../../src/site/feed-links.ts';
import { SITE, sourcesOf } from '../../support/feeds.ts';
import { captured, facts } from '../../support/ledger.ts';

const day = (date: string, expiration: string | null, name = 'Maker: M') =>
  captured(date, {
    'maker/m': facts({ name }),
    'maker/m:free': facts({ name: `${name} (free)`, expiration }),
    'maker/other': facts({ name: 'Maker: Other, 1; 2', created: 7, expiration: '2026-12-31' }),
  });

const retiringCalendar = (sources: FeedSources): string => calendarsOf(sources)(RETIRING_CALENDAR);

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

/** RFC 5545, 3.3 and 3.8: the value of each property that a calendar of whole days may have. */
const GRAMMAR: readonly RegExp[] = [
  /^(?:BEGIN|END):(?:VCALENDAR|VEVENT)$/,
  /^(?:VERSION:2\.0|CALSCALE:GREGORIAN|METHOD:PUBLISH|TRANSP:TRANSPARENT|SEQUENCE:\d+)$/,
  /^(?:DTSTART|DTEND);VALUE=DATE:\d{8}$/,
  /^DTSTAMP:\d{8}T\d{6}Z$/,
  /^DURATION:[+-]?P(?:\d+W|\d+D(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)$/,
  /^URL:https?:\/\/[^\s"]+$/,
  /^X-[A-Z-]+(?:;[A-Z-]+=[^:;,]+)*:/,
  // TEXT: a comma, a semicolon and a backslash stand behind a backslash.
  /^(?:PRODID|UID|SUMMARY|DESCRIPTION):(?:[^\\;,\p{Cc}]|\\[\\;,nN])*$/u,
];

const moved = sourcesOf([
  day('2026-03-01', null),
  day('2026-03-02', '2026-04-01'),
  day('2026-03-03', '2026-05-01'),
]);

describe('calendarsOf', () => {
  it('has a whole-day event for each announced removal, in order', () => {
    const events = eventsOf(retiringCalendar(moved));
    expect(
      events.map(({ summary, startDate, endDate }) => [
        summary,
        startDate.isDate,
        startDate.toString(),
        endDate.toString(),
      ]),
    ).toEqual([
      ['Maker: M (free): the free offer ends', true, '2026-05-01', '2026-05-02'],
      ['Maker: Other, 1; 2: scheduled removal', true, '2026-12-31', '2027-01-01'],
    ]);
  });

  it('stamps an event with the day on which a model returned with another removal date', () => {
    const away = (date: string) => captured(date, { 'maker/m': facts({ name: 'Maker: M' }) });
    const back = sourcesOf([
      day('2026-03-01', null),
      ...['2026-03-02', '2026-03-08', '2026-03-14'].map(away),
      day('2026-03-15', '2026-04-01'),
    ]);
    expect(retiringCalendar(back)).toContain('DTSTAMP:20260315T000000Z');
  });

  it('follows the grammar of iCalendar', () => {
    const lines = retiringCalendar(moved).replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => !GRAMMAR.some((form) => form.test(line)))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('DT'))).toEqual([
      'DTSTAMP:20260303T000000Z',
      'DTSTART;VALUE=DATE:20260501',
      'DTEND;VALUE=DATE:20260502',
      'DTSTAMP:20260301T000000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
    ]);
  });

  it('names a listed model with the same features for less when there is no newer model', () => {
    const cheap = { input: '0.0000001', output: '0.0000001' };
    const expensive = { input: '0.000001', output: '0.000001' };
    const sources = sourcesOf([
      captured('2026-03-01', {
        'maker/old': facts({ name: 'Maker: Old', prices: expensive, expiration: '2026-04-01' }),
        'other/cheap': facts({ name: 'Other: Cheap', prices: cheap }),
      }),
    ]);
    const [event] = eventsOf(retiringCalendar(sources));
    expect(event?.description).toContain(
      'Possible replacement: Other: Cheap (other/cheap). Same listed features for less.',
    );
    const alone = { ...sources, models: sources.models.filter(({ id }) => id === 'maker/old') };
    expect(eventsOf(retiringCalendar(alone))[0]?.description).not.toContain('replacement');
  });

  it('names a replacement and links to the model’s page', () => {
    const [event] = eventsOf(retiringCalendar(moved));
    expect(event?.description).toContain(
      'Possible replacement: Maker: M (maker/m). The same model without the variant.',
    );
    expect(event?.component.getFirstPropertyValue('url')).toBe(`${SITE}/models/maker/m/free/`);
  });

  it('keeps the event’s id when its date moves, and raises its sequence', () => {
    const before = sourcesOf([day('2026-03-01', null), day('2026-03-02', '2026-04-01')]);
    const [[first], [second]] = [before, moved].map((sources) => eventsOf(retiringCalendar(sources))) as [
      ICAL.Event[],
      ICAL.Event[],
    ];
    expect(first?.uid).toBe(second?.uid);
    expect([first?.sequence, second?.sequence]).toEqual([0, 1]);
  });

  it('is the same each time and stamped with capture times', () => {
    expect(retiringCalendar(moved)).toBe(retiringCalendar(moved));
    expect(retiringCalendar(moved)).toContain('DTSTAMP:20260303T000000Z');
  });

  it('limits the calendar of an author to the models of the author', () => {
    const sources = sourcesOf([
      captured('2026-03-01', {
        'maker/m': facts({ name: 'Maker: M', expiration: '2026-04-01' }),
        'else/x': facts({ name: 'Else: X', created: 9, expiration: '2026-04-02' }),
      }),
    ]);
    const calendars = calendarsOf(sources);
    const calendar = calendars(
      { path: '/feeds/authors/else/retiring.ics', title: 'Retiring models by Else' },
      'else',
    );
    expect(eventsOf(calendar).map(({ summary }) => summary)).toEqual(['Else: X: scheduled removal']);
    expect(calendar).toContain('X-WR-CALNAME:Modeldex: Retiring models by Else');
    expect(eventsOf(calendars(RETIRING_CALENDAR))).toHaveLength(2);
  });

  it('says the name of an author once', () => {
    const sources = sourcesOf([
      captured('2026-03-01', { 'maker/m': facts({ name: 'Maker: Maker M', expiration: '2026-04-01' }) }),
    ]);
    expect(eventsOf(retiringCalendar(sources))[0]?.summary).toBe('Maker M: scheduled removal');
  });

  it('is a valid calendar without events', () => {
    const none = sourcesOf([captured('2026-03-01', { 'maker/m': facts() })]);
    expect(eventsOf(retiringCalendar(none))).toEqual([]);
  });

  it.each([
    ['three and four octets', '模型🦊'.repeat(17)],
    ['two octets', 'é'.repeat(200)],
    ['one octet, some escaped', `${'x'.repeat(200)}, ${'y;'.repeat(60)}`],
    ['two and four octets', 'ü🦊'.repeat(40)],
  ])('folds lines at 75 octets without cutting characters of %s', (_what, letters) => {
    const name = `Maker: ${letters}`;
    const sources = sourcesOf([day('2026-03-01', null), day('2026-03-02', '2026-04-01', name)]);
    const text = retiringCalendar(sources);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => !line.isWellFormed())).toEqual([]);
    expect(eventsOf(text)[0]?.summary).toBe(`${name} (free): the free offer ends`);
  });

  it('has only dates of eight digits', () => {
    const { models, ...rest } = moved;
    const [first, ...others] = models;
    if (!first) throw new Error('no model');
    const sources = {
      ...rest,
      models: [
        ...['9999-12-31', '0001-01-01', '2099-12-31', ''].map((expiration, index) => ({
          ...first,
          id: `maker/odd-${index}`,
          expiration,
        })),
        ...others,
      ],
    };
    const dates = retiringCalendar(sources)
      .match(/^DT(?:START|END);.*$/gm)
      ?.map((line) => line.trim());
    expect(dates).toContain('DTSTART;VALUE=DATE:20991231');
    expect(dates).toContain('DTEND;VALUE=DATE:21000101');
    expect(dates?.filter((line) => !/^DT(?:START|END);VALUE=DATE:\d{8}$/.test(line))).toEqual([]);
    expect(dates).toHaveLength(6);
  });

  it('keeps hostile names inside their property', () => {
    const name = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y \\ ; , "z"';
    const sources = sourcesOf([day('2026-03-01', null), day('2026-03-02', '2026-04-01', name)]);
    expect(eventsOf(retiringCalendar(sources))).toHaveLength(2);
  });

  it.each(['http://localhost:4321', 'http://[::1]:8080', 'http://my_host'])(
    'has working links for the site address %s',
    (site) => {
      const absolute = (path: string) => `${site}${path}`;
      const [event] = eventsOf(retiringCalendar({ ...moved, absolute }));
      expect(event?.description).toContain(`${site}/models/`);
    },
  );
});
