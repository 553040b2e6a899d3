/** The figures on when money moves: by month and channel, and by hour and day of the week. */
import {columnList} from "../../components/columnList.js";
import type {FigureElement} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {liveFigure} from "../../components/liveFigure.js";
import {spanBrush} from "../../components/spanBrush.js";
import {money, monthShort, monthText, percent, year} from "../../lib/format.js";
import {type FocusAxis, totalOf} from "./cubes.js";
import type {Spend} from "./spend.js";
import {chooser, chosenOf, ofText, partColumns, ranked, spendBars} from "./spendBars.js";
import {twoPanels} from "./twoPanels.js";
import {channelsFinding, clockFinding, monthTold, type Part, partsOf, valueName} from "./words.js";

/** What was paid month by month, which is where a span of months is chosen, and by channel. */
export function spendMonths(spend: Spend, code: Query): FigureElement {
  const {data} = spend;
  const brush = spanBrush({
    items: data.months.map((month) => ({
      key: month,
      label:
        month.slice(5, 7) === "01" || month === data.months[0]
          ? `${monthShort(month)} ${year(month).slice(2)}`
          : monthShort(month),
      name: monthText(month),
    })),
    choose: (span) => spend.select(span),
  });
  const bars = spendBars(spend, {
    axis: "channel",
    keys: ranked(spend, "channel"),
    choice: "channel",
  });
  const drawMonths = (width: number) => {
    const {focus, ...span} = spend.selection;
    const columns = data.months.map((month, at) => {
      const value = totalOf(data, {from: at, to: at, focus});
      return {value, text: monthTold(month, value, data.complete[at]!)};
    });
    brush.draw(columns, width, span);
  };
  const panels = twoPanels([
    {title: "By month: drag to choose a period", element: brush.element, draw: drawMonths},
    {
      title: "By channel: click to choose one",
      element: bars.element,
      draw: (width) => bars.draw(bars.parts(), width),
    },
  ]);
  return liveFigure({
    id: "spend-months",
    finding: () => channelsFinding(data, spend.selection),
    subtitle: () => `Paid a month, and shares of channels, EUR; ${ofText(spend)}`,
    rows: bars.parts,
    onChange: spend.onChange,
    picture: {element: panels.element, draw: (_, width) => panels.draw(width)},
    columns: partColumns,
    note: "The short line in a row of channels is the channel’s share of everything paid.",
    height: 260,
    code,
  });
}

const clockAxes = ["hour", "weekday"] as const satisfies readonly FocusAxis[];

interface ClockRow extends Part {
  readonly axis: (typeof clockAxes)[number];
}

/** What was paid by the hour and by the day of the week. */
export function spendClock(spend: Spend, code: Query): FigureElement {
  const {data} = spend;
  const partsAlong = (axis: (typeof clockAxes)[number]) => partsOf(data, axis, spend.selection);
  const [hours, days] = clockAxes.map((axis) => {
    const {element, draw} = columnList({
      items: data.axes[axis].map((key) => ({
        key,
        label: valueName(axis, key).slice(0, axis === "hour" ? 2 : 3),
      })),
      choose: chooser(spend, axis),
    });
    return {
      element,
      draw(width: number) {
        const chosen = chosenOf(spend, axis);
        const columns = partsAlong(axis).map(({name, sum, share}) => ({
          value: sum,
          text: `${name}: ${money(sum)}, ${percent(share)}`,
        }));
        draw(columns, width, chosen === undefined ? undefined : [chosen]);
      },
    };
  });
  const panels = twoPanels(
    [
      {title: "By hour of booking, UTC", ...hours!},
      {title: "By day of the week", ...days!},
    ],
    {share: 0.7},
  );
  return liveFigure<ClockRow>({
    id: "spend-clock",
    finding: () => clockFinding(spend.selection, partsAlong("hour"), partsAlong("weekday")),
    subtitle: () => `Paid by hour and weekday of booking, EUR; ${ofText(spend)}`,
    rows: () => clockAxes.flatMap((axis) => partsAlong(axis).map((part) => ({axis, ...part}))),
    onChange: spend.onChange,
    picture: {element: panels.element, draw: (_, width) => panels.draw(width)},
    columns: [{key: "axis", label: "By"}, ...partColumns],
    note: "Banks book transfers and debits in runs before dawn; cards and wallets are booked as they are used.",
    height: 220,
    code,
  });
}
