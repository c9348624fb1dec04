// Building the page: always from texts, never from markup, so that no text of the data can act.

const SVG = "http://www.w3.org/2000/svg";

function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A text of the data runs in its own direction, and does not turn around what stands beside it.
function told(text) {
  return make("bdi", {}, String(text));
}

function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

// Only an address of the web becomes a link: a text such as "javascript:" stays a text.
function webLink(address, text) {
  if (!/^https?:\/\//i.test(address ?? "")) return told(text);
  return make("a", { href: address, rel: "noreferrer", target: "_blank" }, told(text));
}

function articleOf(source) {
  return BY_ID.get(source)?.record.url;
}

function byElementId(id) {
  return document.getElementById(id);
}

function paragraphsInWords(numbers) {
  const [first, last] = [numbers.slice(0, -1).join(", "), numbers.at(-1)];
  return first ? `paragraphs ${first} and ${last}` : `paragraph ${last}`;
}

// Each document of a record, with its paragraphs in words.
function documentsOf(entry) {
  return [...entry.documents].map(([source, numbers]) =>
    [source, `${documentInBrief(source)}, ${paragraphsInWords(numbers)}`]);
}
