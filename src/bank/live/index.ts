/** What the live page shows, in the order of its sections. */
export {liveBar} from "./bar.js";
export {liveDay} from "./dayCurve.js";
export {liveFlow} from "./flowStrips.js";
export {listen} from "./listen.js";
export {livePostings, liveWatches} from "./lists.js";
export {liveNow} from "./now.js";
export {liveCategories, liveCities} from "./rankBars.js";
