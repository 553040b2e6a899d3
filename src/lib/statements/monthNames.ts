/** The names of months in the languages of statements, and their short forms. */
import {foldedText} from "../foldedText.js";

/** One line a language, twelve names; where two forms are usual, with a stroke between. */
const names = `
january february march april may june july august september october november december
januar/janner februar/feber marz/maerz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januar februar marts april maj juni juli august september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar mars april mai juni juli august september oktober november desember
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
stycznia/styczen lutego/luty marca/marzec kwietnia/kwiecien maja czerwca/czerwiec lipca/lipiec sierpnia/sierpien wrzesnia/wrzesien pazdziernika/pazdziernik listopada/listopad grudnia/grudzien
ledna/leden unora/unor brezna/brezen dubna/duben kvetna/kveten cervna/cerven cervence/cervenec srpna/srpen zari rijna/rijen listopadu prosince/prosinec
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december`;

/** Short forms that are no beginnings of three or four letters, or begin like another month. */
const shortForms: Readonly<Record<string, number>> = {
  jan: 1,
  mrz: 3,
  mrt: 3,
  mar: 3,
  mae: 3,
  may: 5,
  mai: 5,
  mag: 5,
  maj: 5,
  mei: 5,
  juin: 6,
  jun: 6,
  giu: 6,
  juil: 7,
  juill: 7,
  jul: 7,
  lug: 7,
  aug: 8,
  ago: 8,
  aou: 8,
  sept: 9,
  sep: 9,
  set: 9,
  okt: 10,
  cvn: 6,
  cvc: 7,
  dec: 12,
  dez: 12,
  des: 12,
  dic: 12,
};

const months = new Map<string, number>();
for (const line of names.trim().split("\n"))
  for (const [at, forms] of line.split(" ").entries())
    for (const form of forms.split("/"))
      for (let length = form.length; length >= 3; length--) {
        const short = form.slice(0, length);
        const known = months.get(short);
        // a beginning that two months share (`cerven`, `list`) belongs to neither, unless it is a whole name
        if (known === undefined) months.set(short, at + 1);
        else if (known !== at + 1) months.set(short, length === form.length ? at + 1 : 0);
      }
for (const [short, month] of Object.entries(shortForms)) months.set(short, month);

/** The number of a month's name or short form, from 1; undefined where it is none. */
export function monthNamed(word: string): number | undefined {
  return months.get(foldedText(word).replace(/\.$/, "")) || undefined;
}
