/** A list that grows by a page at a time. */

import type { Page } from "../api/shapes";
import { button, h } from "../parts/dom";
import { failure } from "../parts/notice";
import { count } from "../text/format";

/**
 * An element with the items of `first` drawn by `draw`, which gets all items
 * so far, and a button for `more` while there are some.
 */
export function paged<T>(
  first: Page<T>,
  draw: (items: readonly T[]) => Node,
  more: (after: string) => Promise<Page<T>>,
): HTMLElement {
  const items: T[] = [];
  const list = h("div", "paged-items");
  const foot = h("div", "paged-foot");

  const take = (page: Page<T>): void => {
    items.push(...page.nodes);
    list.replaceChildren(draw(items));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || endCursor === null) {
      foot.replaceChildren();
      return;
    }
    const shown = `${count(items.length)} of ${count(page.totalCount)} shown`;
    const next = button("More", () => void load(endCursor, next), { class: "plain" });
    foot.replaceChildren(h("span", "muted", shown), next);
  };

  const load = async (after: string, next: HTMLButtonElement): Promise<void> => {
    next.disabled = true;
    next.textContent = "Loading…";
    try {
      take(await more(after));
    } catch (cause) {
      foot.replaceChildren(failure(cause, () => void load(after, next)));
    }
  };

  take(first);
  return h("div", "paged", list, foot);
}
