/**
 * The interpreter of data loaders in the preview: Framework calls it with the path of a loader and with `--city=Porto` for
 * `[city]`, and gets on stdout what the session of `npm run dev` makes, which has the bank open and makes this dataset
 * before others. Plain JavaScript on Node's own modules, since it is started for each dataset of a page.
 */
import {get} from "node:http";

const [loader, ...parameters] = process.argv.slice(2);
const url = new URL("dataset", process.env.SITE_DEV_URL);
url.searchParams.set("loader", loader);
for (const parameter of parameters) {
  const [, name, value] = /^--(\w+)=(.*)$/s.exec(parameter);
  url.searchParams.set(name, value);
}
const fail = ({message}) => {
  console.error(`npm run dev does not answer: ${message}`);
  process.exitCode = 1;
};
get(url, (response) => {
  const isMade = response.statusCode === 200;
  if (!isMade) process.exitCode = 1;
  // without a listener, an answer that breaks off would end as one that is whole
  response.on("error", fail).pipe(isMade ? process.stdout : process.stderr);
}).on("error", fail);
