import {builder} from "../../components/dom.js";
import type {LiveDesk} from "../../components/live/desk.js";
import type {Replay} from "../../components/live/source.js";
import {statusText, timesText} from "../../components/live/words.js";

const speeds = [1, 10, 60, 600];

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
  const choices = source.replay ? replayChoices(source.replay, html, () => show()) : [];
  const bar = html(
    "form",
    {class: "page-bar live-bar", "aria-label": "What this page listens to"},
    status,
    html("div", {}, ...choices, button),
  );
  bar.addEventListener("submit", (event) => event.preventDefault());
  const show = () => {
    const text = desk.isPaused ? `Paused. ${statusText(desk)}` : statusText(desk);
    if (status.textContent !== text) status.textContent = text;
    const {kind} = desk.status;
    bar.dataset.status = desk.isPaused ? "paused" : kind;
    bar.dataset.source = source.kind;
    for (const choice of choices) choice.hidden = source.kind !== "replay";
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

function replayChoices(
  replay: Replay,
  html: ReturnType<typeof builder>["html"],
  changed: () => void,
): HTMLElement[] {
  const choice = (label: string, options: HTMLOptionElement[], choose: (value: number) => void) => {
    const select = html("select", {}, ...options);
    select.addEventListener("change", () => {
      choose(Number(select.value));
      changed();
    });
    return html("label", {}, html("span", {}, label), select);
  };
  const hours = Array.from({length: 24}, (_, hour) =>
    html("option", {value: hour, selected: hour === replay.hour}, `${hour}:00`.padStart(5, "0")),
  );
  const paces = speeds.map((speed) =>
    html("option", {value: speed, selected: speed === replay.speed}, timesText(speed)),
  );
  return [
    choice("From", hours, (hour) => replay.seek(hour)),
    choice("at", paces, (speed) => {
      replay.speed = speed;
    }),
  ];
}
