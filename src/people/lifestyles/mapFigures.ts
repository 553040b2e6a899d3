/** The map between frugal and experiential. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {windowText} from "../../lib/lifestyles/population.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {NameRows} from "../../lib/site/searchNames.js";
import {partOfText} from "../../lib/words.js";
import type {ShownLifestyles} from "./mapOfAll.js";
import type {PersonDot} from "./people.js";
import {peopleMap} from "./peopleMap.js";

const namesOf = ({segments}: Published) => segments.map(({name}) => name);

const mapSubtitle = (data: ShownLifestyles, drawn: number) =>
  "Discretionary spending as a share of income, against experiences as a share of purchases; one dot a main " +
  `customer${partOfText(drawn, data.map.dot_count)}, ${windowText(data)}`;

/** People on the map, a panel a segment; `names` tells who a dot is. */
export function lifestyleMap(
  data: ShownLifestyles,
  dots: readonly PersonDot[],
  names: NameRows,
  sql: Query,
): FigureElement {
  const segments = namesOf(data);
  const nameOf = async (userId: string) => (await names(userId))[0]?.name;
  return figure({
    id: "lifestyle-map",
    finding: data.map.finding,
    subtitle: mapSubtitle(data, dots.length),
    rows: dots,
    chart: (rows, options) => peopleMap(rows, {...options, segments, map: data.map, nameOf}),
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
