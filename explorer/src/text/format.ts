/** Figures, dates and addresses in the form that a reader sees. */

const NUMBER = new Intl.NumberFormat("en");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

export function count(value: number): string {
  return NUMBER.format(value);
}

/** `3 facts`, `1 fact`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A belief or confidence between 0 and 1, in hundredths. */
export function share(value: number): string {
  return value.toFixed(2);
}

/**
 * An EDTF date in words: `2023-07-11` is 11 July 2023, `../2023-07-11` is
 * before 11 July 2023. What is not understood is shown as it is.
 */
export function date(edtf: string): string {
  const [from, to, ...more] = edtf.split("/");
  if (to === undefined || more.length > 0) return day(edtf);
  const open = (end: string | undefined): boolean => end === ".." || end === "";
  if (open(from) && open(to)) return "at an unknown time";
  if (open(from)) return `until ${day(to)}`;
  if (open(to)) return `since ${day(from ?? "")}`;
  return `${day(from ?? "")} – ${day(to)}`;
}

/** When a document was published: two dates are the bounds of one day, not a time that it lasted. */
export function published(edtf: string): string {
  const words = date(edtf);
  const [from, to] = words.split(" – ");
  return to === undefined ? words : `between ${from} and ${to}`;
}

function day(edtf: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/.exec(edtf);
  if (!found) return edtf;
  const [, year = "", month, dayOfMonth, doubt] = found;
  const name = month === undefined ? "" : MONTHS[Number(month) - 1];
  if (name === undefined) return edtf;
  const words = [dayOfMonth === undefined ? "" : String(Number(dayOfMonth)), name, year];
  const about = doubt === undefined ? "" : doubt === "?" ? "perhaps " : "about ";
  return about + words.filter((word) => word !== "").join(" ");
}

/** `value` if it is an address that a browser may open, else null. */
export function webAddress(value: string | null): string | null {
  return value !== null && /^https?:\/\//i.test(value) ? value : null;
}
