// A mail server that keeps what it is given.

import { createServer } from "node:net";

/** Listens at a port; `letters` are the texts that it was given, heads and all. */
export function mailbox() {
  const letters = [];
  const server = createServer((socket) => {
    let rest = "", letter;
    const say = (text) => socket.write(`${text}\r\n`);
    say("220 post.test");
    socket.on("error", () => {});
    socket.setEncoding("utf8").on("data", (data) => {
      const lines = (rest + data).split("\r\n");
      rest = lines.pop();
      for (const line of lines) {
        if (letter) {
          if (line === ".") {
            letters.push(letter.join("\r\n"));
            letter = undefined;
            say("250 taken");
          } else letter.push(line.replace(/^\./, ""));
        } else if (/^DATA$/i.test(line)) {
          letter = [];
          say("354 go on");
        } else if (/^QUIT$/i.test(line)) socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
    resolve({ port: server.address().port, letters, close: () => server.close() });
  }));
}

/** The heads of a letter, by their names in small letters, and its words. */
export function read(letter) {
  const [head, ...body] = letter.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const heads = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const text = body.join("\r\n\r\n");
  const plain = { "quoted-printable": quoted, base64: (text) => Buffer.from(text, "base64").toString() }[heads["content-transfer-encoding"]];
  return { heads, text: plain ? plain(text) : text };
}

function quoted(text) {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
