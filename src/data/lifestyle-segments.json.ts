// Which segments do people's purchases fall into, and who stands where between frugal and experiential?
// Grain: one object; per segment and per person there are lists in it.
// Size: bounded: 1,000 people at most.
// Columns: its parts, in src/lib/lifestyles/published.ts and src/people/lifestyles/mapOfAll.ts: the window; everybody's
// shares by kind of purchase; the trials for 2 to 8 segments and the number chosen; the segments with name, people,
// stability, shares and money; what the map says of all, and of the people on it measures, segment, next segment and depth
// in their own: of more than 1,000 as many at even distances, in the order of their ids.
// People with too few purchases are counted and otherwise left out, as in lifestyle-habits. The generator's persona is not read.
import {withBank} from "../../loaders/datasets/bank.js";
import {readLifestyles} from "../../loaders/datasets/lifestyles.js";
import {shownLifestyles} from "../people/lifestyles/mapOfAll.js";

await withBank(async (bank) => shownLifestyles(await bank.once(readLifestyles)));
