//! Feeds of what is new, as Atom (RFC 4287).
//!
//! Days are the content's own; what has none is in no feed. Ids are made from the municipality, the
//! plan's title and the entry's id, so that they need no address and stay when the site moves. A feed
//! names its own address only where that is known.

use super::addressed;
use super::xml::Xml;
use crate::html::plain;
use crate::model::{DataFile, Entry, Feed, Overview};
use crate::text::{When, first_sentence};
use crate::view::{Event, Happening, Views};

/// How many happenings a feed tells of.
const MOST: usize = 50;

/// A feed.
pub(super) fn atom(views: &Views<'_>, feed: Feed) -> String {
    let settings = &views.plan().settings;
    let happenings = views.happenings(feed);
    let path = DataFile::Feed(feed).path();
    let key = DataFile::Feed(feed).key();
    let (name, language) = (views.words().get(key), settings.language.tag());
    let namespace = "http://www.w3.org/2005/Atom";
    let mut xml = Xml::new("feed", &[("xmlns", namespace), ("xml:lang", language)]);
    xml.text("id", &id(views, key));
    xml.text("title", &format!("{name} – {}", settings.title));
    let newest = happenings.iter().map(|one| updated(views, one)).max();
    xml.text("updated", &newest.unwrap_or_default());
    xml.begin("author", &[]);
    xml.text("name", &settings.municipality);
    xml.end();
    let generator = concat!("planverk ", env!("CARGO_PKG_VERSION"));
    xml.text("generator", generator);
    if !views.base_url().is_empty() {
        let own = addressed(views, &path, &path);
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    }
    let home = match feed {
        Feed::News => Overview::News,
        Feed::Status => Overview::Measures,
        Feed::Hearings => Overview::Hearings,
    };
    let home = if views.has(home) { home.path(settings.language) } else { "index.html".into() };
    link(&mut xml, &addressed(views, &path, &home));
    for happening in happenings.iter().take(MOST) {
        entry(views, feed, happening, &mut xml);
    }
    xml.finish()
}

fn link(xml: &mut Xml, address: &str) {
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", address)]);
}

fn entry(views: &Views<'_>, feed: Feed, happening: &Happening, xml: &mut Xml) {
    let entry = views.plan().entry(happening.entry);
    xml.begin("entry", &[]);
    xml.text("id", &id(views, &what(entry, happening)));
    xml.text("title", &title(views, entry, happening));
    xml.text("updated", &updated(views, happening));
    xml.text("published", &moment(happening.on));
    link(xml, &addressed(views, &DataFile::Feed(feed).path(), &entry.address.path()));
    let author = entry.article().map(|article| article.author.as_str()).unwrap_or_default();
    if !author.is_empty() {
        xml.begin("author", &[]);
        xml.text("name", author);
        xml.end();
    }
    xml.maybe("summary", &summary(entry, happening));
    xml.end();
}

fn title(views: &Views<'_>, entry: &Entry, happening: &Happening) -> String {
    let word = match happening.what {
        Event::Written => return entry.title.clone(),
        Event::Opened => views.words().get("data_hearing_opened").to_string(),
        Event::Closed => views.words().get("data_hearing_closed").to_string(),
        Event::Status(place) => {
            let rows = entry.measure().map(|measure| measure.statuses.as_slice());
            match rows.and_then(|rows| rows.get(place)?.state) {
                Some(state) => views.words().get(&format!("state_{}", state.name())).to_string(),
                None => views.words().get("label_status").to_string(),
            }
        }
    };
    views.words().fill("data_happening", &[("title", &entry.title), ("what", &word)])
}

fn summary(entry: &Entry, happening: &Happening) -> String {
    match (happening.what, entry.measure()) {
        (Event::Status(place), Some(measure)) => {
            measure.statuses.get(place).map(|row| plain(&row.text)).unwrap_or_default()
        }
        _ => first_sentence(&plain(&entry.body)).to_string(),
    }
}

/// What tells one happening from all others of the plan.
fn what(entry: &Entry, happening: &Happening) -> String {
    let name = &entry.name;
    match happening.what {
        Event::Written => name.clone(),
        Event::Opened => format!("{name} opened"),
        Event::Closed => format!("{name} closed"),
        Event::Status(place) => {
            // A row is known by its day, and by its place among those of the same day.
            let rows = entry.measure().map_or(&[][..], |measure| measure.statuses.as_slice());
            let before = rows.iter().take(place).filter(|row| row.on == Some(happening.on)).count();
            format!("{name} {} {before}", happening.on.iso())
        }
    }
}

/// The time of a happening, or of the last change to what came.
fn updated(views: &Views<'_>, happening: &Happening) -> String {
    let entry = views.plan().entry(happening.entry);
    let changed = entry.article().and_then(|article| article.updated);
    let has_come = |when: &When| when.first_day() <= views.today() && *when > happening.on;
    moment(changed.filter(has_come).unwrap_or(happening.on))
}

/// Atom asks for a time of day and a zone. A plan tells days: noon in Greenwich is the same day in all
/// of the Nordic countries.
fn moment(when: When) -> String {
    format!("{}T12:00:00Z", when.first_day())
}

/// A lasting id: a UUID of the kind that says it is made in a way of one's own (RFC 9562, version 8).
fn id(views: &Views<'_>, what: &str) -> String {
    let settings = &views.plan().settings;
    let name = format!("{}\n{}\n{what}", settings.municipality, settings.title);
    let hash = blake3::hash(name.as_bytes()).to_hex();
    let hex: Vec<char> = hex_with_version(&hash);
    let part = |from: usize, to: usize| hex[from..to].iter().collect::<String>();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}

fn hex_with_version(hash: &str) -> Vec<char> {
    let mut hex: Vec<char> = hash.chars().take(32).collect();
    if let [.., _] = hex.as_slice() {
        hex[12] = '8';
        hex[16] = match hex[16] {
            '0' | '4' | '8' | 'c' => '8',
            '1' | '5' | '9' | 'd' => '9',
            '2' | '6' | 'a' | 'e' => 'a',
            _ => 'b',
        };
    }
    hex
}
