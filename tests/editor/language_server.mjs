// A yaml-language-server as an editor drives it: over standard input and output, in LSP.
import {spawn} from "node:child_process";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "../..");
export const program = join(here, "node_modules/yaml-language-server/bin/yaml-language-server");

const schema_uri = (name) => pathToFileURL(join(root, "schemas", name)).href;

/** What docs/editors.md tells an editor to set, without the outer world. */
const settings = {
  yaml: {
    schemas: {
      [schema_uri("pack-v1.schema.json")]: ["rules/**/*.yaml"],
      [schema_uri("waivers-v1.schema.json")]: ["waivers.yaml", "*.waivers.yaml"],
      [schema_uri("contact-v1.schema.json")]: ["contact.yaml"],
      [schema_uri("roster-v1.schema.json")]: ["roster.yaml", "*.roster.yaml"],
    },
    schemaStore: {enable: false},
    validate: true,
    hover: true,
    completion: true,
  },
};

export class LanguageServer {
  #process = spawn(process.execPath, [program, "--stdio"], {stdio: ["pipe", "pipe", "inherit"]});
  #received = Buffer.alloc(0);
  #next = 1;
  #answers = new Map();
  #diagnostics = new Map();

  constructor() {
    this.#process.stdout.on("data", (bytes) => this.#read(bytes));
  }

  async start() {
    const uri = pathToFileURL(root).href;
    await this.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{uri, name: "plumbline"}],
      capabilities: {
        workspace: {configuration: true, didChangeConfiguration: {dynamicRegistration: true}},
        textDocument: {completion: {completionItem: {documentationFormat: ["markdown"]}}},
      },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", {settings});
  }

  stop() {
    this.#process.kill();
  }

  /** Opens a text under a path of the tree, whether it is there or not; its address. */
  open(path, text) {
    const uri = pathToFileURL(join(root, path)).href;
    this.notify("textDocument/didOpen",
                {textDocument: {uri, languageId: "yaml", version: 1, text}});
    return uri;
  }

  /** What the server complains of, once it has looked at the text. */
  diagnostics(uri) {
    if (this.#diagnostics.has(uri))
      return Promise.resolve(this.#diagnostics.get(uri));
    return new Promise((resolve) => this.#answers.set(uri, resolve));
  }

  request(method, params) {
    const id = this.#next++;
    this.#send({id, method, params});
    return new Promise((resolve, reject) => this.#answers.set(id, (answer) =>
        answer.error ? reject(new Error(answer.error.message)) : resolve(answer.result)));
  }

  notify(method, params) {
    this.#send({method, params});
  }

  #send(message) {
    const body = JSON.stringify({jsonrpc: "2.0", ...message});
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0)
        return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("ascii", 0, head))[1]);
      if (this.#received.length < head + 4 + length)
        return;
      const body = this.#received.toString("utf8", head + 4, head + 4 + length);
      this.#received = this.#received.subarray(head + 4 + length);
      this.#take(JSON.parse(body));
    }
  }

  #take(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      const {uri, diagnostics} = message.params;
      this.#diagnostics.set(uri, diagnostics);
      this.#answer(uri, diagnostics);
    } else if (message.method === "workspace/configuration") {
      const result = message.params.items.map((item) => settings[item.section] ?? {});
      this.#send({id: message.id, result});
    } else if (message.method !== undefined && message.id !== undefined) {
      this.#send({id: message.id, result: null});
    } else if (message.id !== undefined) {
      this.#answer(message.id, message);
    }
  }

  #answer(key, value) {
    const resolve = this.#answers.get(key);
    this.#answers.delete(key);
    resolve?.(value);
  }
}
