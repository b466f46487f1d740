import { describe, expect, it } from "vitest";
import { counted, date, published, share, webAddress } from "../src/text/format";

describe("dates", () => {
  it.each([
    ["2023-07-11", "11 July 2023"],
    ["2023-07", "July 2023"],
    ["2023", "2023"],
    ["2022-06-29/2022-06-30", "29 June 2022 – 30 June 2022"],
    ["../2023-07-11", "until 11 July 2023"],
    ["2024/..", "since 2024"],
    ["2024/", "since 2024"],
    ["../..", "at an unknown time"],
    ["2023~", "about 2023"],
    ["2023-05?", "perhaps May 2023"],
    ["2023-21", "2023-21"],
    ["202X", "202X"],
  ])("%s reads %s", (edtf, words) => {
    expect(date(edtf)).toBe(words);
  });
});

it("names the bounds of a day of publication as such", () => {
  expect(published("2023-01-01/2023-07-10")).toBe("between 1 January 2023 and 10 July 2023");
  expect(published("../2023-07-10")).toBe("until 10 July 2023");
  expect(published("2024-09-14")).toBe("14 September 2024");
});

it("counts in the singular and plural", () => {
  expect(counted(1, "fact")).toBe("1 fact");
  expect(counted(1234, "entity", "entities")).toBe("1,234 entities");
  expect(share(0.5)).toBe("0.50");
});

it("opens web addresses only", () => {
  expect(webAddress("https://nato.int/x")).toBe("https://nato.int/x");
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress("pycountry 24.6")).toBeNull();
  expect(webAddress(null)).toBeNull();
});
