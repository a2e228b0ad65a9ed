// The pages work without scripts. This module only makes them quicker to use.
import { enhanceForms } from "./formulier.js";
import { enhanceMaps } from "./kaart.js";

const enhance = () => {
  enhanceForms(document, enhance);
  enhanceMaps(document);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
};

enhance();
