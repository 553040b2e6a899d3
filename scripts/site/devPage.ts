/**
 * Runs in the pages of `npm run dev`: shows the errors of data loaders, whose message Framework keeps to
 * itself, until they are repaired, says how many datasets are still being made, tells a page that came before the bank the
 * last day of its data, and loads the page again when its sidebar is not the one of now.
 */
import {workMark} from "../../src/lib/notebook/pageMeta.js";
import type {DevState} from "./devMessages.js";

const bannerId = "dev-banner";
const lineId = "dev-making";
const reloadedFor = "dev-navigation";
const shownNavigation = new URL(import.meta.url).searchParams.get("navigation");

new EventSource(new URL("events", import.meta.url)).addEventListener("message", ({data}) => {
  const {errors, missingCount, asOf, navigation} = JSON.parse(data) as DevState;
  show(errors);
  showMissing(missingCount);
  keepLastDay(asOf);
  follow(navigation);
});

function show(messages: readonly string[]): void {
  document.getElementById(bannerId)?.remove();
  if (messages.length === 0) return;
  const banner = document.createElement("div");
  banner.id = bannerId;
  banner.setAttribute("role", "alert");
  banner.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:50vh;overflow:auto;padding:0.75rem 1rem;" +
    "background:#7f1d1d;color:#fff;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap";
  banner.textContent = messages.join("\n\n");
  document.body.append(banner);
}

/** A line in the corner, for as long as figures may wait for their data. */
function showMissing(count: number | null): void {
  const line = document.getElementById(lineId) ?? document.createElement("div");
  if (count === 0) {
    line.remove();
    return;
  }
  line.id = lineId;
  line.setAttribute("role", "status");
  line.style.cssText =
    "position:fixed;inset:auto 1rem 1rem auto;z-index:999;padding:0.35rem 0.75rem;border-radius:4px;margin-left:1rem;" +
    "background:var(--theme-foreground);color:var(--theme-background);font:13px/1.5 var(--sans-serif)";
  const work = count === null ? "Making the bank." : `Making datasets: ${count} to go.`;
  line.textContent = `${work} A figure appears when its own are made.`;
  if (!line.isConnected) document.body.append(line);
}

/** Figures find the last day in the head of the page, which a page that came before the bank has without it. */
function keepLastDay(asOf: string | null): void {
  if (asOf === null || document.querySelector('meta[name="as-of"]')) return;
  const meta = document.createElement("meta");
  Object.assign(meta, {name: "as-of", content: asOf});
  document.head.append(meta);
}

/**
 * Loads the page again where nobody works in it, once for each sidebar that it is told of: one that
 * never comes is not asked for forever.
 */
function follow(navigation: string | null): void {
  if (navigation === null) return;
  if (workMark in document.documentElement.dataset) return;
  if (navigation === shownNavigation || navigation === sessionStorage.getItem(reloadedFor)) return;
  sessionStorage.setItem(reloadedFor, navigation);
  location.reload();
}
