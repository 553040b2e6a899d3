/** The map between frugal and experiential. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {PersonDot} from "./people.js";
import {peopleMap} from "./peopleMap.js";
import {windowText} from "./population.js";
import {segmentSlug} from "./table.js";
import {mapFinding} from "./words.js";

const namesOf = ({segments}: Published) => segments.map(({name}) => name);

const mapSubtitle = (data: Published) =>
  "Discretionary spending as a share of income, against experiences as a share of purchases; one dot a main " +
  `customer, ${windowText(data)}`;

/** The choice of the segment that stands out on the map. */
export function segmentChoice(data: Published): SegmentedElement {
  const segments = namesOf(data).map((name) => ({value: segmentSlug(name), label: name}));
  return segmented({
    label: "Segment",
    param: "segment",
    choices: [{value: "all", label: "All"}, ...segments],
  });
}

/** Everybody on the map; the segment whose slug is `shown` stands out, or all of them do. */
export function lifestyleMap(
  data: Published,
  dots: readonly PersonDot[],
  shown: string | undefined,
  sql: Query,
): FigureElement {
  const segments = namesOf(data);
  return figure({
    id: "lifestyle-map",
    finding: mapFinding(dots, segments),
    subtitle: mapSubtitle(data),
    rows: dots,
    chart: (rows, options) =>
      peopleMap(rows, {
        ...options,
        segments,
        shown: segments.find((name) => segmentSlug(name) === shown),
      }),
    note:
      "Experiences: restaurants and cafés, travel, recreation and culture, by number of purchases. A large dot is the " +
      "median person of a segment. The title ranks segments only where their medians differ by more than chance. The " +
      "few who spend far more than the rest stand on the upper edge.",
    measures: ["experience_share", "discretionary_to_income"],
    empty: "Nothing to show: no main customer has purchases enough.",
    height: 520,
    sql,
  });
}
