import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import {type Replay, replaySpeeds} from "../../components/live/source.js";
import {statusText, timesText} from "../../components/live/words.js";

/** How the page is connected, and what the reader can do: pause, and in a replay choose its speed and its hour. */
export function liveBar(desk: LiveDesk, {document = globalThis.document} = {}): HTMLElement {
  const {html} = builder(document);
  const {source} = desk;
  const status = html("p", {class: "live-status", role: "status"});
  const button = html("button", {type: "button", class: "live-pause"}, "Pause");
  button.addEventListener("click", () => {
    desk.isPaused = !desk.isPaused;
    button.textContent = desk.isPaused ? "Go on" : "Pause";
    show();
  });
  const choices = source.replay ? replayChoices(source.replay, html, () => show()) : undefined;
  const bar = html(
    "form",
    {class: "page-bar live-bar", "aria-label": "What this page listens to"},
    status,
    html("div", {}, ...(choices?.labels ?? []), button),
  );
  bar.addEventListener("submit", (event) => event.preventDefault());
  const show = () => {
    const text = desk.isPaused ? `Paused. ${statusText(desk)}` : statusText(desk);
    if (status.textContent !== text) status.textContent = text;
    const {kind} = desk.status;
    bar.dataset.status = desk.isPaused ? "paused" : kind;
    bar.dataset.source = source.kind;
    for (const label of choices?.labels ?? []) label.hidden = source.kind !== "replay";
    choices?.follow();
  };
  desk.drawing.add(
    () => {
      show();
      return true;
    },
    {every: 1000},
  );
  show();
  return bar;
}

/** The hours and speeds to choose from; `follow` shows the speed that the replay has chosen itself. */
function replayChoices(
  replay: Replay,
  html: ReturnType<typeof builder>["html"],
  changed: () => void,
): {labels: HTMLElement[]; follow: () => void} {
  const choice = (options: HTMLOptionElement[], choose: (value: number) => void) => {
    const select = html("select", {}, ...options);
    select.addEventListener("change", () => {
      choose(Number(select.value));
      changed();
    });
    return select;
  };
  const hours = Array.from({length: 24}, (_, hour) =>
    html("option", {value: hour, selected: hour === replay.hour}, `${hour}:00`.padStart(5, "0")),
  );
  const paces = replaySpeeds.map((speed) =>
    html("option", {value: speed, selected: speed === replay.speed}, timesText(speed)),
  );
  const hour = choice(hours, (from) => replay.seek(from));
  const speed = choice(paces, (chosen) => {
    replay.speed = chosen;
  });
  const labelled = (label: string, select: HTMLSelectElement) =>
    html("label", {}, html("span", {}, label), select);
  return {
    labels: [labelled("From", hour), labelled("at", speed)],
    follow() {
      if (speed.value !== String(replay.speed)) speed.value = String(replay.speed);
    },
  };
}
