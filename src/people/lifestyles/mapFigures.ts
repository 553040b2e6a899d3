/** The map between frugal and experiential. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {windowText} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {NameRows} from "../../lib/site/searchNames.js";
import type {PersonDot} from "./people.js";
import {peopleMap} from "./peopleMap.js";
import {mapFinding} from "./words.js";

const namesOf = ({segments}: Published) => segments.map(({name}) => name);

const mapSubtitle = (data: Published) =>
  "Discretionary spending as a share of income, against experiences as a share of purchases; one dot a main " +
  `customer, ${windowText(data)}`;

/** Everybody on the map, a panel a segment; `names` tells who a dot is. */
export function lifestyleMap(
  data: Published,
  dots: readonly PersonDot[],
  names: NameRows,
  sql: Query,
): FigureElement {
  const segments = namesOf(data);
  const nameOf = async (userId: string) => (await names(userId))[0]?.name;
  return figure({
    id: "lifestyle-map",
    finding: mapFinding(dots, segments),
    subtitle: mapSubtitle(data),
    rows: dots,
    chart: (rows, options) => peopleMap(rows, {...options, segments, nameOf}),
    note:
      "Experiences: restaurants and cafés, travel, recreation and culture, by number of purchases. Grey: a part of " +
      "everybody; the line: the median person of the segment. The few who spend far more are on the upper edge. A dot " +
      "names the person and leads to their profile.",
    measures: ["experience_share", "discretionary_to_income"],
    empty: "Nothing to show: no main customer has purchases enough.",
    height: 520,
    sql,
  });
}
