/** Failures and waiting, in plain words. */

import { ServiceError } from "../api/service";
import { button, h } from "./dom";

/** What went wrong, how to mend it, and a button to try again. */
export function failure(cause: unknown, retry: (() => void) | null): HTMLElement {
  const error = cause instanceof ServiceError ? cause : null;
  const message = error?.message ?? `The explorer failed: ${String(cause)}`;
  const hint = error ? error.hint : "This is a fault of the page. Reload it; if it stays, report it.";
  return h(
    "div",
    { class: "notice failure", attributes: { role: "alert", "data-code": error?.code ?? "page" } },
    ...message.split("\n").map((line) => h("p", "notice-message", line)),
    hint !== "" && h("p", "notice-hint", ...withCode(hint)),
    error && h("p", "notice-code", "code ", h("code", {}, error.code)),
    retry && button("Try again", retry, { class: "plain" }),
  );
}

/** Text in which `this` is set as code. */
export function withCode(text: string): (HTMLElement | string)[] {
  return text.split("`").map((part, at) => (at % 2 === 1 ? h("code", {}, part) : part));
}

export function waiting(words: string): HTMLElement {
  return h("p", { class: "waiting", attributes: { role: "status" } }, words);
}

/** Whether a rejection only says that nobody wants the answer any more. */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}
