import {join} from "node:path";
import {mkdirSync, readFileSync} from "node:fs";
const [dist, out, ...only] = process.argv.slice(2);
const root = "/work/main";
const {serveSite} = await import(join(root, "scripts/site/serve.js"));
const {openBrowser} = await import(join(root, "scripts/site/browser.js"));
const {readThrough} = await import(join(root, "scripts/site/readThrough.js"));
const {pagePaths} = await import(join(root, "scripts/site/visitSite.js"));
const server = await serveSite(dist);
const browser = await openBrowser(process.env as any);
mkdirSync(out, {recursive: true});
const paths = (pagePaths(dist) as string[]).filter((p) => only.length === 0 || only.includes(p || "index"));
for (const path of paths) for (const [width, scheme] of [[375, "light"], [375, "dark"], [1440, "light"], [1440, "dark"]] as const) {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme: scheme});
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.goto(server.url + path);
  await page.waitForLoadState("networkidle");
  await readThrough(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const whole = await page.screenshot({fullPage: true});
  await page.close();
  const name = `${(path || "index").replaceAll("/", "-")}-${width}-${scheme}`;
  // side by side: strips of the page
  const strip = width === 375 ? 1500 : 2300, columns = width === 375 ? 4 : 2, crop = width === 375 ? 375 : 1200, left = width === 375 ? 0 : 240;
  const strips = Math.ceil(height / strip);
  for (let s = 0, i = 0; s < strips; s += columns, i++) {
    const sheet = await browser.newPage({viewport: {width: columns * (crop + 10), height: strip}});
    const url = `data:image/png;base64,${whole.toString("base64")}`;
    await sheet.setContent(`<body style="margin:0;display:flex;gap:10px;background:#888">${Array.from({length: Math.min(columns, strips - s)}, (_, c) => `<div style="width:${crop}px;height:${strip}px;background:url(${url}) -${left}px -${(s + c) * strip}px no-repeat"></div>`).join("")}</body>`);
    await sheet.waitForTimeout(150);
    await sheet.screenshot({path: join(out, `${name}-${i}.png`)});
    await sheet.close();
  }
}
await browser.close(); await server.close();
