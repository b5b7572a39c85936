import type { Plugin } from 'vite'

interface Patch {
  before: RegExp | string
  after: string
}

/** Schedule-X brings its words in thirty languages, 9 kB compressed; the few that are seen are in our settings of it. */
const WITHOUT_TRANSLATIONS: Patch[] = [
  { before: /^const translations = \{[^}]*\};$/m, after: 'const translations = {};' },
]

/** As in the functions of Schedule-X with these names. */
const DAY_FORMATS = {
  dateFn: "day: 'numeric', month: 'long', year: 'numeric'",
  getDayNameShort: "weekday: 'short'",
}

/**
 * Schedule-X hands the boxes of events to us. It does so after they were painted empty, looks each up in the whole page,
 * and measures each to choose between contents that we do not use: with 500 events that is half of the time that
 * changing the view takes.
 */
const QUICKER: Patch[] = [
  {
    before: "useMemo, useRef as useRef$1 } from 'preact/hooks'",
    after: "useMemo, useLayoutEffect, useRef as useRef$1 } from 'preact/hooks'",
  },
  {
    before: /useEffect\((?=\(\) => \{\s+if \(!customComponent\)\s+return;\s+customComponent\()/g,
    after: 'useLayoutEffect(',
  },
  // The first is that of the hours, of which there are many.
  {
    before: 'customComponent(getElementByCCID(customComponentId.current)',
    after: 'customComponent(eventRef.current?.firstElementChild',
  },
  {
    before: /(?<=useEffect\(\(\) => \{\s+)(?=if \(!eventRef\.current\)\s+return;\s+const checkHeight)/,
    after: 'if (customComponent) return;',
  },
  {
    before: 'const dayBoundariesDateTime = {',
    after: 'const dayStartText = dayStartDateTime.toString(); dayStartDateTime.toString = () => dayStartText;$&',
  },
  // For events behind the days, of which there are none.
  {
    before:
      /(?<=week\.forEach\(\(day\) => \{\s+const plainDate = Temporal\.PlainDate\.from\(day\.date\);\s+)(?=const rangeStart)/,
    after: 'if ($app.calendarEvents.backgroundEvents.value.length === 0) return void (day.backgroundEvents = []);',
  },
  {
    before: /(?<=const day(?:Start|End)DateTime = )(?=Temporal\.ZonedDateTime\.from\(\{\s+year: day\.date\.year)/g,
    after: 'day.backgroundEvents.length > 0 && ',
  },
  // Each makes a formatter for each day; its calendar has one locale.
  ...(['dateFn', 'getDayNameShort'] as const).map((name) => ({
    before: new RegExp(`^const ${name} = \\(\\w+, locale\\) => \\{[^]*?^\\};`, 'm'),
    after: `let ${name}Format;
      const ${name} = (date, locale) => {
        ${name}Format ??= new Intl.DateTimeFormat(locale, { ${DAY_FORMATS[name]}, timeZone: 'UTC' });
        return ${name}Format.format(Date.UTC(date.year, date.month - 1, date.day, 12));
      };`,
  })),
]

/**
 * Schedule-X lifts an event 150 ms after it was pressed, and pulls its edge at once: who presses slowly, or there, never
 * opens it, and who drags quickly never moves it. With a mouse it is lifted as soon as the pointer has left the spot instead; in the month the browser says when.
 * A finger lifts it by resting on it for half a second, before which it scrolls, and after which it does not.
 */
const LIFTED_BY_MOVING: Patch[] = [
  {
    before: 'setDragStartTimeout(setTimeout(() => callback(uiEvent), 150));',
    after: `
      const lifting = new AbortController();
      const { signal } = lifting;
      if (isUIEventTouchEvent(uiEvent)) {
        const [from] = uiEvent.touches;
        let isLifted = false;
        const timer = setTimeout(() => { isLifted = true; callback(uiEvent); }, 500);
        const onFinger = (event) => {
          if (isLifted) return event.preventDefault();
          const { clientX, clientY } = event.touches[0];
          if (Math.hypot(clientX - from.clientX, clientY - from.clientY) > 10) letGo();
        };
        const letGo = () => { clearTimeout(timer); lifting.abort(); };
        document.addEventListener('touchmove', onFinger, { signal, passive: false });
        for (const end of ['touchend', 'touchcancel']) document.addEventListener(end, letGo, { signal });
        return;
      }
      if (uiEvent.button !== 0) return;
      const lift = () => { lifting.abort(); callback(uiEvent); };
      const onMove = ({ clientX, clientY }) => {
        if (Math.hypot(clientX - uiEvent.clientX, clientY - uiEvent.clientY) > 4) lift();
      };
      document.addEventListener('mousemove', onMove, { signal });
      document.addEventListener('dragstart', lift, { signal });
      for (const end of ['mouseup', 'dragend']) document.addEventListener(end, () => lifting.abort(), { signal });
    `,
  },
  // The lower edge of a short event is a good part of it, and of an event among the days the right one.
  {
    before: /(?<=const startResize = \(e\) => \{\s+setMouseDown\(true\);\s+e\.stopPropagation\(\);)/,
    after: 'createDragStartTimeout(() => resize(e), e); }; const resize = (e) => {',
  },
  {
    before: /(?<=const startResize = \(mouseEvent\) => \{\s+mouseEvent\.stopPropagation\(\);)/,
    after: 'createDragStartTimeout(() => resize(mouseEvent), mouseEvent); }; const resize = (mouseEvent) => {',
  },
]

/** It looks for today in the whole calendar again for every element that has come or gone: once is enough for all. */
const NOW_LINE: Patch[] = [
  {
    before:
      /for \(const mutation of mutationList\) \{\s+if \(mutation\.type === 'childList'\) \{\s+this\.setIndicator\(\);\s+\}\s+\}/,
    after: "if (mutationList.some(({ type }) => type === 'childList')) this.setIndicator();",
  },
]

/** Schedule-X as the calendar needs it; a version of it that a change does not fit any more fails the build. */
export const patchedScheduleX: Plugin[] = [
  patched('calendar', [...WITHOUT_TRANSLATIONS, ...QUICKER, ...LIFTED_BY_MOVING]),
  patched('current-time', NOW_LINE),
]

function patched(part: string, patches: readonly Patch[]): Plugin {
  return {
    name: `schedule-x-${part}-patches`,
    transform: {
      filter: { id: new RegExp(`@schedule-x/${part}/dist/core\\.js`) },
      handler: (code) =>
        patches.reduce((text, { before, after }) => {
          const changed = text.replace(before, after)
          if (changed === text) throw new Error(`Schedule-X has no "${before}" any more; see vite-schedule-x.ts.`)
          return changed
        }, code),
    },
  }
}
