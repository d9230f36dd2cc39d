//! Receipts by mail, to a server of the test's own on this machine.

use super::*;
use crate::hearing::mail::outbox::{self, Addressee};
use crate::hearing::mail::send_due;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Mutex;

/// What a server was told: the commands of each mail, and its text.
type Box = Arc<Mutex<Vec<(Vec<String>, String)>>>;

/// A mail server that takes what it is given, or answers the recipient with `refuses`.
fn server(refuses: &'static str) -> (u16, Box) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (port, got) = (listener.local_addr().unwrap().port(), Box::default());
    let kept = Arc::clone(&got);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let mut say = |text: &str| stream.write_all(format!("{text}\r\n").as_bytes()).unwrap();
            say("220 post.test");
            let mut commands = Vec::new();
            while let Some(Ok(line)) = lines.next() {
                let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
                commands.push(line);
                match verb.as_str() {
                    "RCPT" if !refuses.is_empty() => say(refuses),
                    "DATA" => {
                        say("354 go on");
                        let text =
                            lines.by_ref().map_while(Result::ok).take_while(|line| line != ".");
                        let text = text.collect::<Vec<_>>().join("\n");
                        kept.lock().unwrap().push((std::mem::take(&mut commands), text));
                        say("250 taken");
                    }
                    "QUIT" => say("221 bye"),
                    _ => say("250 ok"),
                }
            }
        }
    });
    (port, got)
}

fn with_mail(port: u16) -> Town {
    let settings = format!(
        "[limits]\nper_minute = 1000000\nfill_seconds = 0\n[mail]\nserver = \"127.0.0.1:{port}\"\n\
         security = \"none\"\nfrom = \"Eksempelvik kommune <plan@kommune.example>\"\n"
    );
    Town::with(SMALL, &settings)
}

async fn waiting(town: &Town) -> Vec<(i64, i64)> {
    let read = town.app.store.read(|db| {
        let mut rows = db.prepare("SELECT due - made, tries FROM outbox ORDER BY id")?;
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    });
    read.await.unwrap()
}

async fn deliver(town: &Town) {
    send_due(&town.app, town.app.config.mail.as_ref().unwrap()).await.unwrap();
}

/// The text behind quoted-printable and base64 words.
fn plain(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let code = (*first == b'=').then(|| std::str::from_utf8(more.get(..2)?).ok()).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => (bytes, rest) = ([&bytes[..], &[byte]].concat(), &more[2..]),
            None => (bytes, rest) = ([&bytes[..], &[*first]].concat(), more),
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_is_sent_once_and_its_address_forgotten() {
    let (port, got) = server("");
    let town = with_mail(port);
    assert!(town.get(FORM, "").await.text.contains("type=\"email\""));
    let hostile = "Hei\r\n.\r\nMAIL FROM:<x@y.example>\r\n<script>alert(1)</script>";
    let fields = [("text", hostile), ("name", hostile), ("mail", " kari@kommune.example ")];
    let first = town.send(UUID, &fields).await;
    assert!(first.text.contains("sendt til kari@kommune.example"), "{}", first.text);
    assert_eq!(town.send(UUID, &fields).await.text, first.text);
    assert_eq!(waiting(&town).await.len(), 1);
    deliver(&town).await;
    deliver(&town).await;
    let mails = got.lock().unwrap().clone();
    let [(commands, text)] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(commands[1], "MAIL FROM:<plan@kommune.example>");
    assert_eq!(commands[2], "RCPT TO:<kari@kommune.example>");
    let text = plain(text);
    assert!(text.contains(&format!("Kode: {}", code(&first.text))), "{text}");
    let heads = [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Auto-Submitted: auto-generated",
    ];
    for head in heads {
        assert!(text.contains(head), "{head}\n{text}");
    }
    // Nothing that anybody typed goes along: not to the wrong person, and not in our name.
    assert!(!text.contains("Hei") && !text.contains("script") && !text.contains("x@y"), "{text}");
    assert!(waiting(&town).await.is_empty());
    crate::hearing::keep::empty_journal(&town.app.config.data).unwrap();
    let bytes = town.bytes();
    assert!(!bytes.windows(15).any(|window| window == b"kari@kommune.ex"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_away_or_busy_is_tried_later_and_later() {
    let town = with_mail(1);
    town.send(UUID, &[("text", "Hei"), ("mail", "kari@kommune.example")]).await;
    for (due, tries) in [(60, 1), (300, 2)] {
        town.app.store.write(|db| db.execute("UPDATE outbox SET due = 0", [])).await.unwrap();
        deliver(&town).await;
        let [(wait, tried)] = waiting(&town).await[..] else { panic!("not one") };
        assert!(wait >= due && wait < due + 60 && tried == tries, "{wait} {tried}");
    }
    // What waits is there after a restart too, and goes when the server is back.
    let (port, got) = server("451 later");
    let busy = crate::hearing::config::tests::config(
        town.folder.path(),
        &format!(
            "[mail]\nserver = \"127.0.0.1:{port}\"\nsecurity = \"none\"\nfrom = \"a@b.example\""
        ),
    );
    town.app
        .store
        .write(|db| db.execute("UPDATE outbox SET due = 0, tries = 8", []))
        .await
        .unwrap();
    send_due(&town.app, busy.mail.as_ref().unwrap()).await.unwrap();
    assert_eq!(waiting(&town).await[0].1, 9);
    // After the last wait it is given up, and nothing is left of the address.
    town.app.store.write(|db| db.execute("UPDATE outbox SET due = 0", [])).await.unwrap();
    send_due(&town.app, busy.mail.as_ref().unwrap()).await.unwrap();
    assert!(waiting(&town).await.is_empty() && got.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_is_none_is_told_or_given_up() {
    let (port, got) = server("550 5.1.1 no such user");
    let town = with_mail(port);
    let wrong = "kari@kommune.example\r\nBcc: ola@kommune.example";
    let told = town.send(UUID, &[("text", "Min mening"), ("mail", wrong)]).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text.contains("href=\"#mail\"") && told.text.contains("Min mening"));
    assert_eq!(
        town.send(UUID, &[("text", "Hei"), ("mail", "x@kommune.example")]).await.status,
        200
    );
    deliver(&town).await;
    assert!(waiting(&town).await.is_empty() && got.lock().unwrap().is_empty());
    // Without a server nobody is asked, and what is sent all the same is passed over.
    let town = Town::new();
    assert!(!town.get(FORM, "").await.text.contains("type=\"email\""));
    town.send(UUID, &[("text", "Hei"), ("mail", "kari@kommune.example")]).await;
    assert!(waiting(&town).await.is_empty());
}

#[tokio::test]
async fn nobody_can_fill_a_strangers_box() {
    let town = with_mail(1);
    let place = |place: usize| format!("00000000-0000-4000-8000-00000000000{place}");
    for number in 0..8 {
        let fields = [("text", "Hei"), ("mail", "Kari@kommune.example")];
        assert_eq!(town.send(&place(number), &fields).await.status, StatusCode::OK);
    }
    assert_eq!(waiting(&town).await.len(), 5);
    let to = Addressee { address: "kari@kommune.example".to_string(), who: [0; 32] };
    let put = town.app.store.write(move |db| outbox::put(db, ("horing-2027", 1), &to, ("c", 1)));
    put.await.unwrap();
    // A sender who takes the words back takes the waiting mail along.
    let receipt = town.send(&place(0), &[("text", "Hei"), ("mail", "Kari@kommune.example")]).await;
    let withdraw = [("code", code(&receipt.text)), ("do", "withdraw-yes")];
    town.post("/horing/mitt", &withdraw, "").await;
    assert_eq!(waiting(&town).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_was_set_back_holds_no_mail_up() {
    let (port, got) = server("");
    let town = with_mail(port);
    town.ahead.store(24 * 60 * 60, Relaxed);
    for number in 0..5 {
        let uuid = format!("00000000-0000-4000-8000-00000000000{number}");
        town.send(&uuid, &[("text", "Hei"), ("mail", "kari@kommune.example")]).await;
    }
    // One was tried yesterday that was to be tomorrow.
    let tried = town
        .app
        .store
        .write(|db| db.execute("UPDATE outbox SET tries = 1, due = due + 60 WHERE id = 1", []));
    assert_eq!(tried.await, Ok(1));
    town.ahead.store(0, Relaxed);
    deliver(&town).await;
    assert_eq!(got.lock().unwrap().len(), 5);
    // Those five were counted on a day that has not come: they take nothing from today's.
    town.send(UUID, &[("text", "Hei"), ("mail", "kari@kommune.example")]).await;
    deliver(&town).await;
    assert_eq!(got.lock().unwrap().len(), 6);
}

/// A round whose own title would begin heads, letters or pages of its own.
const TITLE: &str = "Vår\\r\\nBcc: x@y.example\\r\\n\\r\\n.\\r\\n<img src=x onerror=a()>\\n=?utf-8?q?=0D=0A?= {{ 7777 * 7 }}";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_has_its_own_heads_and_words_whatever_is_typed() {
    let (port, got) = server("");
    let settings = format!(
        "[limits]\nfill_seconds = 0\n[mail]\nserver = \"127.0.0.1:{port}\"\n\
         security = \"none\"\nfrom = \"Eksempelvik kommune <plan@kommune.example>\"\n"
    );
    let town = Town::with(&SMALL.replace("Høring av kvalitetsplanen", TITLE), &settings);
    for (number, hostile) in super::hostile::HOSTILE.into_iter().enumerate() {
        let uuid = format!("00000000-0000-4000-8000-{number:012}");
        let fields = [("on", "b2"), ("comment", hostile), ("answer", hostile), ("text", hostile)];
        let who = [("name", hostile), ("named", "1"), ("mail", "kari@kommune.example")];
        let sent = town.send(&uuid, &[&fields[..], &who].concat()).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
    }
    deliver(&town).await;
    let mails = got.lock().unwrap().clone();
    assert_eq!(mails.len(), super::hostile::HOSTILE.len());
    for (commands, text) in &mails {
        assert_eq!(commands.iter().filter(|line| line.starts_with("RCPT")).count(), 1);
        let (head, body) = text.split_once("\n\n").unwrap();
        let names = head.lines().filter(|line| !line.starts_with(' '));
        let mut names: Vec<&str> =
            names.map(|line| line.split_once(':').map_or(line, |(name, _)| name)).collect();
        names.sort_unstable();
        let own = [
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
        ];
        assert_eq!(names, own, "{head}");
        assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 998), "{head}");
        let body = plain(body);
        for hostile in super::hostile::HOSTILE {
            assert!(!body.contains(hostile), "{hostile} in {body}");
        }
        assert!(body.contains("Kode: ") && !body.contains("54439"), "{body}");
    }
}
