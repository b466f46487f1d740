import { expect, it } from "vitest";
import { type Address, hashOf, OVERVIEW, readAddress } from "../src/state/address";

it.each<Address>([
  OVERVIEW,
  { view: "entity", id: "https://entente.example/id/nato#x?a=1&b=é 🤝" },
  { view: "fact", id: "abc123" },
  { view: "document", id: "d1", evidence: null },
  { view: "document", id: "d1", evidence: "e/1" },
])("comes back from its hash: %o", (address) => {
  expect(readAddress(hashOf(address))).toEqual(address);
});

it("is the overview when the hash says nothing that is known", () => {
  for (const hash of ["", "#", "#entity=", "#nonsense", "#?&="]) {
    expect(readAddress(hash)).toEqual(OVERVIEW);
  }
});
