/** The sandbox's person side: one function for each request of sandbox/README.md. */
import { t } from "./words.js";

/** What the sandbox refused, in its own words; status 0 means it could not be reached. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  const options = { method, headers: {}, cache: "no-store" };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch {
    throw new ApiError(t("unreachable"), 0);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(answer?.error ?? `HTTP ${response.status}`, response.status);
  return answer;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);
const query = (values) => {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return kept.length ? `?${new URLSearchParams(kept)}` : "";
};

export const api = {
  people: () => get("people"),
  addPerson: (person) => post("people", person),
  groups: () => get("groups"),
  addGroup: (group) => post("groups", group),
  state: () => get("state"),
  chats: (person) => get(`people/${person}/chats`),
  chat: (person, chat, after) => get(`people/${person}/chat${query({ chat_id: chat, after })}`),
  send: (person, chat, body) => post(`people/${person}/send`, { ...body, chat_id: chat }),
  /** Sends files as multipart: parts is [[field, File]], the rest are plain fields. */
  sendFiles(person, chat, parts, fields = {}) {
    const form = new FormData();
    for (const [key, value] of Object.entries({ ...fields, chat_id: chat })) {
      if (value !== undefined && value !== null && value !== "") form.append(key, String(value));
    }
    for (const [field, file] of parts) form.append(field, file, file.name);
    return post(`people/${person}/send`, form);
  },
  press: (person, chat, message, data) => post(`people/${person}/press`, { message_id: message, callback_data: data, chat_id: chat }),
  pay: (person, chat, body) => post(`people/${person}/pay`, { ...body, chat_id: chat }),
  inline: (person, chat, text, offset = "") => post(`people/${person}/inline`, { query: text, offset, chat_id: chat }),
  chooseInline: (person, chat, result) => post(`people/${person}/inline/choose`, { result_id: result, chat_id: chat }),
  edit: (person, chat, message, text) => post(`people/${person}/edit`, { message_id: message, text, chat_id: chat }),
  remove: (person, chat, message) => post(`people/${person}/delete`, { message_id: message, chat_id: chat }),
  react: (person, chat, message, emoji) => post(`people/${person}/react`, { message_id: message, emoji, chat_id: chat }),
  block: (person) => post(`people/${person}/block`),
  unblock: (person) => post(`people/${person}/unblock`),
  mail: () => get("mail"),
  sms: () => get("sms"),
  calls: (limit) => get(`calls${query({ limit })}`),
  faults: () => get("faults"),
  addFault: (fault) => post("faults", fault),
  clearFaults: () => call("DELETE", "faults"),
  reset: () => post("reset"),
};
