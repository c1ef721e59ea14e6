// The page reads the same log as every subscriber, from its own cursor. All text that came from
// outside is put in as text, never as markup.
"use strict";

const SHOWN = 300;
const PAGE = 500;
const OLDER = 20; // pages of a mission's or an article's events that are looked through at most
const LOOK = 1500;
const RETRY = 3000;
const RECEIPTS = ["queued", "new", "copy", "revision", "rejected", "ignored", "unpacked"];
const TYPES = ["article.published", "article.revised", "article.republished", "mission.mentioned",
  "mission.mention_withdrawn", "crew.mentioned", "crew.mention_withdrawn", "mission.milestone"];

const $ = (id) => document.getElementById(id);
const filter = $("filter").elements;
let live = []; // the newest events, newest first, as they came
let older = []; // those of the mission or article that is asked for, from before

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

const ask = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

function time(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const made = element("time", "", today ? at.toLocaleTimeString()
    : at.toLocaleString([], { dateStyle: "medium", timeStyle: "short" }));
  made.dateTime = iso;
  return made;
}

// A name that shows what there is of it when it is pressed.
function asked(words, text) {
  const made = element("button", "of", text);
  made.type = "button";
  made.title = `Show the events with ${words}`;
  made.addEventListener("click", () => {
    filter.words.value = words;
    look();
    $("events-title").scrollIntoView();
  });
  return made;
}

// ------------------------------------------------------------------ events

const spaced = (text) => text.replaceAll("_", " ");
const milestone = ({ type, date, status, people }) =>
  [spaced(type), date, status, (people || []).map((one) => one.name).join(", ")].filter(Boolean).join(" · ");

function gist(data) {
  if (data.milestone) return milestone(data.milestone);
  if (data.members) {
    return data.members.map((one) => (one.role ? `${one.name} (${spaced(one.role)})` : one.name)).join(", ")
      || "the crew as a body";
  }
  return data.why || "";
}

// What a revision says otherwise than the version before.
function differences(data) {
  const list = element("ul", "differences");
  const add = (className, text) => list.append(element("li", className, text));
  for (const sentence of data.added || []) add("added", `+ ${sentence}`);
  for (const sentence of data.removed || []) add("removed", `− ${sentence}`);
  for (const { before, after } of data.changed || []) {
    add("removed", `− ${before}`);
    add("added", `+ ${after}`);
  }
  for (const gone of data.milestones_withdrawn || []) {
    add("removed", `no longer: ${[gone.mission, milestone(gone)].filter(Boolean).join(" · ")}`);
  }
  return list.children.length ? list : "";
}

function source(article, className) {
  const from = element("p", className);
  const title = article.title || article.url || "(no title)";
  if (article.url) {
    const link = element("a", "", title);
    link.href = article.url;
    link.rel = "noopener noreferrer";
    from.append(link);
  } else {
    from.append(title);
  }
  const day = article.published && article.published.slice(0, 10);
  const more = [article.publisher, article.agency, day, article.rights].filter(Boolean);
  from.append(element("span", "more", more.map((one) => ` · ${one}`).join("")));
  return from;
}

function eventItem(event) {
  const kind = event.type.replace("org.missionfeed.", "").replace(".v1", "");
  const [of, what] = kind.split(".");
  const { mission, article, evidence, members } = event.data;
  const top = element("div", "top");
  top.append(element("span", `tag ${what.includes("withdrawn") ? "withdrawn" : what}`, `${of} ${spaced(what)}`));
  if (mission) top.append(asked(mission.id, mission.known ? mission.name : `${mission.name} (not in the catalogue yet)`));
  const at = element("span", "at", `#${Number(event.sequence)} · `);
  at.append(time(event.time));
  top.append(at);
  const item = element("li");
  item.append(top);
  const told = gist(event.data);
  const shown = evidence || (members && members[0] && members[0].evidence);
  if (of === "article") {
    item.append(source(article, "told"), element("p", "from", told), differences(event.data));
  } else {
    if (told) item.append(element("p", "told", told));
    if (shown) item.append(element("p", "told", `“${shown.sentence}”`));
    item.append(source(article, "from"));
  }
  const words = JSON.stringify(event).toLowerCase();
  return { position: Number(event.sequence), kind, words, item };
}

function fits(event) {
  return event.kind.includes(filter.kind.value) && event.words.includes(filter.words.value.trim().toLowerCase());
}

function showEvents() {
  const shown = [...live, ...older].filter(fits);
  $("events").replaceChildren(...shown.map((event) => event.item));
  tellIfEmpty();
}

function tellIfEmpty() {
  const none = $("no-events");
  none.hidden = $("events").children.length > 0;
  none.textContent = live.length
    ? `None of the ${live.length} newest events fits. The id of a mission or an article (a-…) finds older ones too.`
    : "No events yet. Drop a saved news page into the seeds folder.";
}

function take(message) {
  const event = eventItem(JSON.parse(message.data));
  live.unshift(event);
  for (const old of live.splice(SHOWN)) old.item.remove();
  if (fits(event)) $("events").prepend(event.item);
  tellIfEmpty();
}

// Older events than the page holds, of what looks like the id of an article or a mission.
async function lookBack(words) {
  const key = /^a-[0-9a-f]{16}$/.test(words) ? "article" : "mission";
  let found = [];
  for (let after = 0, page = 0; page < OLDER; page += 1) {
    const some = JSON.parse(await ask(`/api/events?${key}=${encodeURIComponent(words)}&after=${after}&limit=${PAGE}`));
    found = [...found, ...some].slice(-SHOWN);
    if (some.length < PAGE) break;
    after = Number(some.at(-1).sequence);
  }
  const first = live.length ? live.at(-1).position : Infinity;
  return found.map(eventItem).filter((event) => event.position < first).reverse();
}

let looks = 0;
async function look() {
  const words = filter.words.value.trim().toLowerCase();
  const mine = ++looks;
  history.replaceState(null, "", words || filter.kind.value
    ? `#${new URLSearchParams({ show: filter.kind.value, with: words })}` : location.pathname);
  older = [];
  showEvents();
  if (!/^[a-z0-9][a-z0-9-]{2,}$/.test(words)) return;
  const found = await lookBack(words).catch(() => []);
  if (mine !== looks) return; // something else was asked for meanwhile
  older = found;
  showEvents();
}

// ------------------------------------------------------------------ receipts and feeds

function receiptItem(row) {
  const item = element("li");
  const top = element("div", "top");
  const where = row.path || row.url || "submitted";
  const name = row.entry === null ? where : `${where} #${row.entry}`;
  top.append(element("span", `tag ${row.receipt}`, row.receipt));
  top.append(row.article ? asked(row.article, name) : element("span", "of", name));
  const at = element("span", "at");
  at.append(time(row.received));
  top.append(at);
  item.append(top);
  if (row.title) item.append(element("p", "told", row.title));
  if (row.reason && row.receipt !== "new") item.append(element("p", "from", row.reason));
  return item;
}

function feedItem(feed) {
  const item = element("li");
  const top = element("div", "top");
  const state = feed.state === "active" && feed.error ? "failing" : feed.state;
  top.append(element("span", `tag ${state}`, state), element("span", "of", feed.title || feed.url));
  if (feed.last_ok) {
    const at = element("span", "at", "read ");
    at.append(time(feed.last_ok));
    top.append(at);
  }
  item.append(top);
  if (feed.title) item.append(element("p", "from", feed.url));
  if (feed.error) item.append(element("p", "told", feed.error));
  return item;
}

// Lists are made anew only when they changed: a selection, or the focus, would be lost with them.
const told = {};
async function refreshList(name, path, make, order) {
  const answer = await ask(path);
  if (answer === told[name]) return;
  told[name] = answer;
  const rows = order(JSON.parse(answer));
  $(name).replaceChildren(...rows.map(make));
  $(`no-${name}`).hidden = rows.length > 0;
}

async function refresh() {
  const [status] = await Promise.all([
    ask("/api/status").then(JSON.parse),
    refreshList("receipts", "/api/receipts?limit=100", receiptItem, (rows) => rows.reverse()),
    refreshList("feeds", "/api/feeds", feedItem, (rows) => rows),
  ]);
  const counts = RECEIPTS.filter((name) => status.documents[name]).map((name) => `${status.documents[name]} ${name}`);
  $("summary").textContent = `${status.position} events · ${counts.join(", ") || "no documents"} · version ${status.version}`;
}

function lost() {
  $("summary").textContent = "Connection lost; trying again…";
}

async function keepFresh() {
  if (!document.hidden) await refresh().catch(lost);
  setTimeout(keepFresh, LOOK);
}

// ------------------------------------------------------------------ start

async function follow() {
  try {
    const { position } = JSON.parse(await ask("/api/status"));
    live = [];
    showEvents();
    const stream = new EventSource(`/events?after=${Math.max(0, position - SHOWN)}`);
    for (const type of TYPES) stream.addEventListener(`org.missionfeed.${type}.v1`, take);
    stream.onerror = () => {
      lost();
      // Refused for good, such as by the log of another data folder: begin anew.
      if (stream.readyState === EventSource.CLOSED) setTimeout(follow, RETRY);
    };
  } catch {
    lost();
    setTimeout(follow, RETRY);
  }
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  if (!wanted.has("with")) return;
  filter.kind.value = wanted.get("show");
  filter.words.value = wanted.get("with");
}

$("filter").addEventListener("input", look);
$("filter").addEventListener("submit", (event) => event.preventDefault());
readAddress();
follow().then(() => filter.words.value && look());
keepFresh();
