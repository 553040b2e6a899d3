import {averageCostBook} from "./averageCost.js";
import type {CostBook} from "./costBook.js";
import {fifoBook} from "./fifo.js";
import type {Method} from "./trade.js";

/** An empty book. */
export function openCostBook(method: Method): CostBook {
  return method === "fifo" ? fifoBook() : averageCostBook();
}
