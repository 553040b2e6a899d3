import {ticks} from "d3-array";
import type {Query} from "../../components/figureActions.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {againstUsual, clockText} from "../../components/live/words.js";
import {setAll, svgBuilder} from "../../components/svg.js";
import {secondsPerDay} from "../../lib/day.js";
import {money, moneyScale} from "../../lib/format.js";
import {type UsualHour, usualBy, usualHours} from "../../lib/live/usual.js";
import {livePart, onWidth} from "./part.js";

const height = 240;
const margin = {top: 14, right: 8, bottom: 24, left: 52};

/** What has moved since midnight, in the course of the day, against the mean day of its kind. */
export function liveDay(
  desk: LiveDesk,
  usual: readonly UsualHour[],
  sql: Query,
  {document = globalThis.document} = {},
): HTMLElement {
  const svg = svgBuilder(document);
  const grid = svg("g", {class: "live-grid"});
  const mean = svg("path", {class: "live-usual"});
  const area = svg("path", {class: "live-area"});
  const path = svg("path", {class: "live-path"});
  const dot = svg("circle", {class: "live-dot", r: 4.5});
  const meanName = svg("text", {class: "live-usual-name", "text-anchor": "end"}, "average day");
  const ownName = svg("text", {class: "live-own-name"}, "this day");
  const picture = svg("svg", {role: "img", height}, grid, area, mean, path, meanName, ownName, dot);
  const {element, say} = livePart(
    {
      id: "live-day",
      subtitle:
        "Money moved since midnight, EUR, and the mean of the days of this kind in the 91 days before the last on record",
      note: "Days of one kind are those on which banks settle, or the others: weekends and holidays. Hours are UTC.",
      rows: () => dayRows(desk, usual),
      keys: ["hour", "moved_eur", "usual_eur"],
      sql,
    },
    picture,
    {document},
  );
  let width = 0;
  onWidth(element, (size) => {
    width = size;
    desk.drawing.ask();
  });
  desk.drawing.add(
    () => {
      const {today, at} = desk.book;
      if (!today || at === undefined) say("Nothing has moved yet");
      if (!today || at === undefined || width === 0) return false;
      const midnight = today.day * secondsPerDay;
      const own = usualHours(usual, today.day).filter(({day_count}) => day_count > 0);
      const most = Math.max(today.all.cents, ...own.map(({moved_eur}) => 100 * moved_eur), 100);
      const levels = ticks(0, most * 1.02, 4);
      const step = levels[1]! - levels[0]!;
      if (levels.at(-1)! < most) levels.push(levels.at(-1)! + step);
      const top = levels.at(-1)!;
      const x = (seconds: number) =>
        margin.left + (seconds / secondsPerDay) * (width - margin.left - margin.right);
      const y = (cents: number) =>
        height - margin.bottom - (cents / top) * (height - margin.top - margin.bottom);
      const point = (seconds: number, cents: number) =>
        `${x(seconds).toFixed(1)},${y(cents).toFixed(1)}`;
      setAll(picture, {width, viewBox: `0 0 ${width} ${height}`});
      const key = `${width} ${top}`;
      if (grid.dataset.key !== key) {
        grid.dataset.key = key;
        grid.replaceChildren(...gridParts(svg, {width, levels, x, y}));
      }
      mean.setAttribute(
        "d",
        own.length === 0
          ? ""
          : `M${[point(0, 0), ...own.map(({hour, moved_eur}) => point((hour + 1) * 3600, 100 * moved_eur))].join("L")}`,
      );
      const points = today.path.map((step) => point(step.at - midnight, step.cents));
      path.setAttribute("d", `M${points.join("L")}`);
      const ground = y(0).toFixed(1);
      area.setAttribute("d", `M${points.join("L")}V${ground}H${points[0]!.split(",")[0]}Z`);
      const here = {x: x(at - midnight), y: y(today.all.cents)};
      setAll(dot, {cx: here.x.toFixed(1), cy: here.y.toFixed(1)});
      const by = usualBy(usual, at);
      const isAbove = today.all.cents >= (by?.cents ?? 0);
      const isLeft = isAbove ? here.x > margin.left + 80 : here.x > width - 80;
      setAll(ownName, {
        x: here.x + (isLeft ? -9 : 9),
        y: here.y + (isAbove ? -9 : 16),
        "text-anchor": isLeft ? "end" : "start",
      });
      const last = own.at(-1);
      setAll(meanName, {
        x: width - margin.right,
        y:
          y(100 * (last?.moved_eur ?? 0)) +
          (today.all.cents > 100 * (last?.moved_eur ?? 0) ? 16 : -8),
        visibility: last ? undefined : "hidden",
      });
      const text = `${money(today.all.cents / 100)} by ${clockText(at)}, ${againstUsual(today.all.cents, by?.cents).replace(" by now", "")}`;
      say(text);
      picture.setAttribute("aria-label", text);
      return false;
    },
    {every: 250},
  );
  return element;
}

interface DayRow {
  /** The end of an hour: `09:00`. */
  readonly hour: string;
  readonly moved_eur: number | null;
  readonly usual_eur: number | null;
}

/** What had moved by the end of each hour of the day, as far as it is seen, and usually. */
function dayRows({book: {today, at = 0}}: LiveDesk, usual: readonly UsualHour[]): DayRow[] {
  if (!today) return [];
  const midnight = today.day * secondsPerDay;
  const own = usualHours(usual, today.day);
  return Array.from({length: 24}, (_, hour) => {
    const end = midnight + (hour + 1) * 3600;
    const last = today.path.findLast((point) => point.at <= end);
    return {
      hour: `${hour + 1}:00`.padStart(5, "0"),
      moved_eur: last && end <= at ? last.cents / 100 : null,
      usual_eur: own[hour]?.day_count ? own[hour].moved_eur : null,
    };
  });
}

function gridParts(
  svg: ReturnType<typeof svgBuilder>,
  {
    width,
    levels,
    x,
    y,
  }: {
    width: number;
    levels: readonly number[];
    x: (seconds: number) => number;
    y: (cents: number) => number;
  },
): SVGElement[] {
  const write = moneyScale(levels.map((cents) => cents / 100));
  const every = width < 480 ? 6 : 3;
  return [
    ...levels.flatMap((cents) => [
      svg("line", {x1: margin.left, x2: width - margin.right, y1: y(cents), y2: y(cents)}),
      svg(
        "text",
        {x: margin.left - 8, y: y(cents), dy: "0.32em", "text-anchor": "end"},
        write(cents / 100),
      ),
    ]),
    ...Array.from({length: 24 / every + 1}, (_, at) => at * every).map((hour) =>
      svg(
        "text",
        {
          x: x(hour * 3600),
          y: height - 6,
          "text-anchor": hour === 0 ? "start" : hour === 24 ? "end" : "middle",
        },
        `${hour}:00`.padStart(5, "0"),
      ),
    ),
  ];
}
