// What the theme leaves out for people who use a keyboard or a screen reader.
(function () {
  "use strict";

  // A box that scrolls can be reached with the keyboard, and says what it is.
  function offerFocus(box) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", nameOf(box));
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
  }

  function nameOf(box) {
    const boxes = [...document.querySelectorAll(".table-wrapper, pre")];
    const what = box.matches("pre") ? "Code" : "Table";
    return `${what} ${boxes.indexOf(box) + 1}, scrolls sideways`;
  }

  function offerFocusToAll() {
    document.querySelectorAll(".table-wrapper, pre").forEach(offerFocus);
  }

  // The two landmarks at the sides have names that differ.
  function nameSides() {
    document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "Site");
    document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");
  }

  // The corner of a table that heads nothing is no heading.
  function emptyCorners() {
    document.querySelectorAll("th").forEach((cell) => {
      if (cell.textContent.trim() === "") {
        const plain = document.createElement("td");
        plain.className = cell.className;
        cell.replaceWith(plain);
      }
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    nameSides();
    emptyCorners();
    offerFocusToAll();
    window.addEventListener("resize", offerFocusToAll);
  });
})();
