/** The dialog that asks for the service's API key. */

import "../styles/key-prompt.css";
import { button, h } from "./dom";

/** The key that the reader gives, or null. `refused`: the service did not take the last one. */
export function askForKey(refused: boolean): Promise<string | null> {
  const field = h("input", {
    // A key is ASCII: a header cannot carry anything else.
    attributes: { type: "password", name: "key", required: true, pattern: "[!-~]+", autocomplete: "off" },
  });
  const dialog = h("dialog", { class: "key-prompt", attributes: { "aria-labelledby": "key-prompt-title" } });
  return new Promise((resolve) => {
    const done = (key: string | null): void => {
      dialog.close();
      dialog.remove();
      resolve(key);
    };
    const form = h(
      "form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            done(field.value);
          },
        },
      },
      h("h2", { attributes: { id: "key-prompt-title" } }, "This service wants a key"),
      h(
        "p",
        { attributes: { "aria-live": "polite" } },
        refused
          ? "The service did not take the key. Look it up again and give it here."
          : "Its operator set it as ENTENTE_API_KEY. It is kept until you close this tab.",
      ),
      h("label", {}, "Key", field),
      h(
        "div",
        "key-prompt-actions",
        button("Not now", () => {
          done(null);
        }),
        h("button", { attributes: { type: "submit" } }, "Go on"),
      ),
    );
    dialog.append(form);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      done(null);
    });
    document.body.append(dialog);
    dialog.showModal();
    field.focus();
  });
}
