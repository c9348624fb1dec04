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

  // A table that a phone has no room for becomes a card for each row, in which each cell says what
  // it is. The roles are written out, because some browsers drop those of a table laid out so.
  const PHONE = window.matchMedia("(max-width: 46em)");

  function nameCells(table) {
    const headings = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    table.setAttribute("role", "table");
    [table.tHead, ...table.tBodies].forEach((part) => part.setAttribute("role", "rowgroup"));
    [...table.rows].forEach((row) => {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell) => {
        const heads = row.parentElement === table.tHead ? "columnheader" : "rowheader";
        cell.setAttribute("role", cell.tagName === "TH" ? heads : "cell");
        cell.dataset.label = headings[cell.cellIndex] ?? "";
      });
    });
  }

  function stackWideTables() {
    document.querySelectorAll(".table-wrapper table:not(.records)").forEach((table) => {
      const box = table.closest(".table-wrapper");
      table.classList.remove("stacked");
      if (table.tHead && PHONE.matches && box.scrollWidth > box.clientWidth) {
        nameCells(table);
        table.classList.add("stacked");
      }
    });
  }

  // The two landmarks at the sides have names that differ.
  function nameSides() {
    document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "Site");
    document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");
  }

  // A heading in the list of pages says how deep it is.
  function levelCaptions() {
    document.querySelectorAll("p.caption[role=heading]").forEach((caption) => {
      caption.setAttribute("aria-level", "2");
    });
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

  // A list of records can be sorted by each of its columns, and narrowed to rows with some words.
  function sortBy(table, heading) {
    const before = heading.getAttribute("aria-sort");
    const first = heading.dataset.first ?? "ascending";
    const other = { ascending: "descending", descending: "ascending" };
    const order = before ? other[before] : first;
    const column = heading.cellIndex;
    const sign = order === "ascending" ? 1 : -1;
    const keyOf = (row) => row.cells[column].dataset.key;
    const rows = [...table.tBodies[0].rows];
    rows.sort((one, next) => sign * keyOf(one).localeCompare(keyOf(next), "en"));
    table.querySelectorAll("th[aria-sort]").forEach((cell) => cell.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", order);
    table.tBodies[0].append(...rows);
  }

  function offerSorting(table) {
    [...table.tHead.rows[0].cells].forEach((heading) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sortBy(table, heading));
      heading.append(button);
    });
  }

  // Words in quotation marks have to stand together.
  function wantedWords(text) {
    const pieces = text.toLowerCase().split(/["“”„«»]/u);
    return pieces.flatMap((piece, i) => (i % 2 === 1 ? [piece] : piece.split(/\s+/u))).filter(Boolean);
  }

  function choicesOf(row, column) {
    return (row.cells[column].dataset.choices ?? "").split("|").filter(Boolean);
  }

  function narrow(table, box) {
    const words = wantedWords(box.querySelector("input").value);
    const chosen = [...box.querySelectorAll("select")].filter((one) => one.value);
    const rows = [...table.tBodies[0].rows];
    rows.forEach((row) => {
      const text = row.textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word));
      const isChosen = chosen.every((one) => choicesOf(row, Number(one.dataset.column)).includes(one.value));
      row.hidden = !(fits && isChosen);
    });
    const shown = rows.filter((row) => !row.hidden).length;
    box.querySelector("[role=status]").textContent = `${shown} of ${rows.length} rows`;
  }

  function labelled(text, control) {
    const label = document.createElement("label");
    label.append(text, " ", control);
    return label;
  }

  function offerChoice(rows, heading) {
    const column = heading.cellIndex;
    const words = [...new Set(rows.flatMap((row) => choicesOf(row, column)))].sort();
    if (words.length < 2) {
      return [];
    }
    const select = document.createElement("select");
    select.dataset.column = column;
    select.append(new Option("all", ""), ...words.map((word) => new Option(word, word)));
    return [labelled(heading.textContent, select)];
  }

  function offerNarrowing(table) {
    const box = document.createElement("div");
    const input = document.createElement("input");
    const told = document.createElement("span");
    const rows = [...table.tBodies[0].rows];
    box.className = "narrow";
    input.type = "search";
    told.setAttribute("role", "status");
    box.append(
      ...[...table.tHead.rows[0].cells].flatMap((heading) => offerChoice(rows, heading)),
      labelled("Show only rows with", input),
      told,
    );
    // A list that a program or an old browser chooses from tells of "change" alone.
    for (const kind of ["input", "change"]) {
      box.addEventListener(kind, () => narrow(table, box));
    }
    table.closest(".table-wrapper").before(box);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("table.records").forEach((table) => {
      offerNarrowing(table);
      offerSorting(table);
    });
    nameSides();
    levelCaptions();
    emptyCorners();
    for (const fit of [stackWideTables, offerFocusToAll]) {
      fit();
      window.addEventListener("resize", fit);
    }
  });
})();
