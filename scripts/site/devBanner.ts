/**
 * Runs in the pages of `npm run dev`: shows the errors of data loaders, whose message Framework keeps to
 * itself, until they are repaired.
 */
const id = "dev-banner";

new EventSource(new URL("events", import.meta.url)).addEventListener("message", ({data}) => {
  show(JSON.parse(data) as string[]);
});

function show(messages: readonly string[]): void {
  document.getElementById(id)?.remove();
  if (messages.length === 0) return;
  const banner = document.createElement("div");
  banner.id = id;
  banner.setAttribute("role", "alert");
  banner.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:50vh;overflow:auto;padding:0.75rem 1rem;" +
    "background:#7f1d1d;color:#fff;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap";
  banner.textContent = messages.join("\n\n");
  document.body.append(banner);
}
