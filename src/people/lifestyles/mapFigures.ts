/** The map between frugal and experiential. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {windowText} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {PersonDot} from "./people.js";
import {peopleMap} from "./peopleMap.js";
import {mapFinding} from "./words.js";

const namesOf = ({segments}: Published) => segments.map(({name}) => name);

const mapSubtitle = (data: Published) =>
  "Discretionary spending as a share of income, against experiences as a share of purchases; one dot a main " +
  `customer, ${windowText(data)}`;

/** Everybody on the map, a panel a segment. */
export function lifestyleMap(
  data: Published,
  dots: readonly PersonDot[],
  sql: Query,
): FigureElement {
  const segments = namesOf(data);
  return figure({
    id: "lifestyle-map",
    finding: mapFinding(dots, segments),
    subtitle: mapSubtitle(data),
    rows: dots,
    chart: (rows, options) => peopleMap(rows, {...options, segments}),
    note:
      "Experiences: restaurants and cafés, travel, recreation and culture, by number of purchases. Grey: a part of " +
      "everybody; the line: the median person of the segment. The few who spend far more are on the upper edge. A dot " +
      "leads to the person.",
    measures: ["experience_share", "discretionary_to_income"],
    empty: "Nothing to show: no main customer has purchases enough.",
    height: 520,
    sql,
  });
}
