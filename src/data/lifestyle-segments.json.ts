// Which segments do people's purchases fall into, and who stands where between frugal and experiential?
// Grain: one object; per segment and per person there are lists in it. Its parts, in src/lib/lifestyles/published.ts: the
// window; everybody's shares by kind of purchase; the trials for 2 to 8 segments and the number chosen; the segments with name,
// people, stability, shares and money; people's measures, segment, next segment and depth in their own.
// People with too few purchases are counted and otherwise left out, as in lifestyle-habits. The generator's persona is not read.
import {withBank} from "../../loaders/datasets/bank.js";
import {readLifestyles} from "../../loaders/datasets/lifestyles.js";

await withBank((bank) => bank.once(readLifestyles));
