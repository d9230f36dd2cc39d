//! What search engines are told of a page, in the words of schema.org; and where else it can be had.
//!
//! JSON-LD stands in the page as a data block, which no browser runs and no content policy stops. All
//! that could end the block is written as `\\u003c` and the like.

use super::overviews::feeds;
use super::{PageKey, PageView, Views};
use crate::html::relative;
use crate::model::{Article, Entry, FigureFile, Indicator, Overview};
use crate::text::When;
use crate::vocabulary::Kind;
use serde::Serialize;
use serde_json::{Value, json};

/// The same thing in another form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// What it is called.
    pub title: String,
    /// `application/atom+xml`, `text/csv`.
    pub media_type: String,
    /// Path from the site's root.
    pub path: String,
}

/// Takes away what is not known.
fn without_gaps(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(without_gaps);
        }
        Value::Array(all) => all.iter_mut().for_each(without_gaps),
        _ => {}
    }
}

impl Views<'_> {
    /// Adds to a page what machines are told of it.
    pub(super) fn tell_machines(&self, key: &PageKey, page: &mut PageView) {
        page.alternates = self.alternates(key);
        let about = self.about(key, page).map(|mut about| {
            without_gaps(&mut about);
            about.to_string()
        });
        // Strings and numbers can always be written.
        let way = self.way(page).and_then(|way| serde_json::to_string(&way).ok());
        let graph: Vec<String> = about.into_iter().chain(way).collect();
        if !graph.is_empty() {
            let graph = graph.join(",");
            let data = format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{graph}]}}");
            page.json_ld = in_html(data);
        }
    }

    /// Feeds, where people look for news and for data; an indicator's files on its page.
    fn alternates(&self, key: &PageKey) -> Vec<AlternateView> {
        let say = |key: &str| self.words().get(key).to_string();
        match key {
            PageKey::Entry(id) => {
                let entry = self.plan().entry(*id);
                let files = FigureFile::FOR_READERS.into_iter();
                let file = |file: FigureFile| AlternateView {
                    title: say(file.key()),
                    media_type: file.media_type().to_string(),
                    path: file.path(&entry.name),
                };
                files.filter(|file| has_file(entry, *file)).map(file).collect()
            }
            PageKey::Front
            | PageKey::Overview(
                Overview::News
                | Overview::Measures
                | Overview::Hearings
                | Overview::OpenData
                | Overview::About,
            ) => {
                let files = self.data_files();
                let feed = feeds(&files).map(|file| AlternateView {
                    title: say(file.key()),
                    media_type: file.media_type().to_string(),
                    path: file.path(),
                });
                feed.collect()
            }
            _ => Vec::new(),
        }
    }

    /// The address of a place as a page names it: whole when the site's is known.
    fn address(&self, page: &PageView, path: &str) -> String {
        match self.base_url() {
            "" => relative(&page.path, path),
            base if path == "index.html" => base.to_string(),
            base => format!("{base}{path}"),
        }
    }

    /// What a page is about.
    fn about(&self, key: &PageKey, page: &PageView) -> Option<Value> {
        let settings = &self.plan().settings;
        match key {
            PageKey::Front => Some(json!({
                "@type": "WebSite",
                "name": settings.title,
                "url": self.address(page, "index.html"),
                "inLanguage": settings.language.tag(),
                "description": page.description,
                "publisher": self.publisher(),
                "license": settings.license.map(|license| license.url()),
            })),
            PageKey::Overview(Overview::OpenData) => Some(json!({
                "@type": "DataCatalog",
                "name": page.title,
                "url": self.address(page, &page.path),
                "inLanguage": settings.language.tag(),
                "description": page.description,
                "publisher": self.publisher(),
                "license": settings.license.map(|license| license.url()),
            })),
            PageKey::Entry(id) => {
                let entry = self.plan().entry(*id);
                let data_set = || Some(self.data_set(page, entry, entry.indicator()?));
                let article = || Some(self.article(page, entry.article()?));
                data_set().or_else(article)
            }
            _ => None,
        }
    }

    fn publisher(&self) -> Value {
        let settings = &self.plan().settings;
        let number = Some(&settings.organization_number).filter(|number| !number.is_empty());
        json!({
            "@type": "GovernmentOrganization",
            "name": settings.municipality,
            "identifier": number,
        })
    }

    fn data_set(&self, page: &PageView, entry: &Entry, indicator: &Indicator) -> Value {
        let settings = &self.plan().settings;
        let files = FigureFile::FOR_READERS.into_iter().filter(|file| has_file(entry, *file));
        let files = files.map(|file| {
            json!({
                "@type": "DataDownload",
                "encodingFormat": file.media_type(),
                "contentUrl": self.address(page, &file.path(&entry.name)),
            })
        });
        let times: Vec<When> = indicator.series.times().into_iter().flatten().collect();
        let from = times.iter().map(|time| time.first_day()).min();
        let until = times.iter().map(|time| time.last_day()).max();
        let covers = from.zip(until).map(|(from, until)| format!("{from}/{until}"));
        json!({
            "@type": "Dataset",
            "name": entry.title,
            "description": page.description,
            "identifier": entry.name,
            "url": self.address(page, &page.path),
            "inLanguage": settings.language.tag(),
            "isAccessibleForFree": true,
            "creator": self.publisher(),
            "license": settings.license.map(|license| license.url()),
            "variableMeasured": entry.title,
            "temporalCoverage": covers,
            "distribution": files.collect::<Vec<_>>(),
        })
    }

    fn article(&self, page: &PageView, article: &Article) -> Value {
        let iso = |when: Option<When>| {
            when.filter(|when| !matches!(when, When::SchoolYear(_) | When::Years(..)))
                .map(When::iso)
        };
        let author = Some(&article.author).filter(|author| !author.is_empty());
        json!({
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.description,
            "url": self.address(page, &page.path),
            "inLanguage": self.plan().settings.language.tag(),
            "datePublished": iso(article.published),
            "dateModified": iso(article.updated),
            "author": author.map(|name| json!({ "@type": "Person", "name": name })),
            "publisher": self.publisher(),
        })
    }

    /// The way from the front page down to this one.
    fn way<'p>(&self, page: &'p PageView) -> Option<Way<'p>> {
        if page.breadcrumb.is_empty() || page.hidden {
            return None;
        }
        let above = page.breadcrumb.iter().map(|link| (link.title.as_str(), link.path.as_str()));
        let all = above.chain([(page.title.as_str(), page.path.as_str())]).zip(1..);
        let steps = all.map(|((name, path), position)| Step {
            kind: "ListItem",
            item: self.address(page, path),
            name,
            position,
        });
        Some(Way { kind: "BreadcrumbList", steps: steps.collect() })
    }
}

/// The way to a page. Every page has one: so these are types, and not made of values.
#[derive(Serialize)]
struct Way<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'p>>,
}

#[derive(Serialize)]
struct Step<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'p str,
    position: usize,
}

fn has_file(entry: &Entry, file: FigureFile) -> bool {
    let has_figures = entry.indicator().is_some_and(|one| one.series.has_observations());
    entry.kind == Kind::Indicator && (has_figures || file.holds_words())
}

/// JSON that stands within an element: the letters that HTML, XML or a script could stumble over are
/// told by their numbers. What is not known (`null`) is left out by those who read.
fn in_html(json: String) -> String {
    // 0xE2 is the first byte of the two line ends.
    if !json.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'&' | 0xE2)) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 32);
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::in_html;

    #[test]
    fn nothing_ends_the_block_that_it_stands_in() {
        let evil = "</script><!-- & \u{2028}\u{2029} \" ]]>";
        let json = serde_json::to_string(evil).unwrap();
        let safe = in_html(json);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), evil);
    }
}
