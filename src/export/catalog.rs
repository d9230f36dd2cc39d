//! A catalogue of the plan's open data for data portals, after DCAT-AP-NO 3 (and 2.2, whose mandatory
//! properties are the same but for identifiers, which stand here too).
//!
//! A data set for each indicator with figures, with a distribution for each form; and one for the plan
//! itself. Addresses are whole where the site's address is known; else they are relative to the file,
//! which Turtle and JSON-LD allow and data portals do not.

use super::rdf::{JsonLd, Node, Object, turtle};
use super::{addressed, json_text, web};
use crate::html::plain;
use crate::model::{DataFile, Entry, FigureFile, Indicator, Overview, Settings};
use crate::text::{Language, When};
use crate::view::Views;
use crate::vocabulary::Kind;

/// The EU's lists of themes, languages, file types and so on.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

pub(super) fn as_turtle(views: &Views<'_>) -> String {
    turtle(&Catalog::new(views).nodes())
}

pub(super) fn as_json_ld(views: &Views<'_>) -> String {
    json_text(&JsonLd::new(&Catalog::new(views).nodes()))
}

/// What all parts of the catalogue share.
struct Catalog<'v> {
    views: &'v Views<'v>,
    settings: &'v Settings,
    language: Language,
    publisher: String,
    contact: String,
}

impl<'v> Catalog<'v> {
    fn new(views: &'v Views<'v>) -> Catalog<'v> {
        let settings = &views.plan().settings;
        let number = &settings.organization_number;
        // Only Norwegian numbers, of nine digits, are known there.
        let publisher = match number.len() {
            9 => format!(
                "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/{number}"
            ),
            _ => addressed(views, &DataFile::Turtle.path(), &part("publisher")),
        };
        let contact = addressed(views, &DataFile::Turtle.path(), &part("contact"));
        Catalog { views, settings, language: settings.language, publisher, contact }
    }

    fn nodes(&self) -> Vec<Node> {
        let mut data_sets = vec![self.plan()];
        for (_, entry) in self.views.plan().of_kind(Kind::Indicator) {
            let with_figures = entry.indicator().filter(|one| one.series.has_observations());
            data_sets.extend(with_figures.map(|one| self.indicator(entry, one)));
        }
        let listed = data_sets.iter().map(|one| Object::Iri(one.iri.clone()));
        let mut nodes = vec![self.catalog(listed.collect()), self.publisher(), self.contact()];
        nodes.extend(data_sets);
        nodes
    }

    // ---- small things

    fn at(&self, path: &str) -> String {
        addressed(self.views, &DataFile::Turtle.path(), path)
    }

    fn words(&self, words: &str) -> Object {
        Object::Words(words.to_string(), self.language.tag())
    }

    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.views.words().fill(key, values)
    }

    /// What a catalogue and every data set must have, and language.
    fn resource(&self, node: Node, id: &str, title: &str, description: &str) -> Node {
        // An address that nobody knows is no identifier: then the id is what there is.
        let identifier = if self.views.base_url().is_empty() { id } else { &node.iri }.to_string();
        node.say("dct:identifier", Object::Plain(identifier))
            .say("dct:title", self.words(title))
            .say("dct:description", self.words(description))
            .say("dct:publisher", Object::Iri(self.publisher.clone()))
            .say("dcat:contactPoint", Object::Iri(self.contact.clone()))
            .say("dct:language", Object::Iri(self.language_iri()))
    }

    fn language_iri(&self) -> String {
        let name = match self.language {
            Language::Nb => "NOB",
            Language::Nn => "NNO",
            Language::Se => "SME",
            Language::Sv => "SWE",
            Language::En => "ENG",
        };
        format!("{AUTHORITY}/language/{name}")
    }

    fn license(&self) -> Option<Object> {
        self.settings.license.map(|license| Object::Iri(license.authority().to_string()))
    }

    /// The place that the plan is for: its country, where the number of the municipality tells it, and
    /// the municipality by name.
    fn places(&self) -> Vec<Object> {
        let country = match self.settings.organization_number.len() {
            9 => Some("NOR"),
            10 => Some("SWE"),
            _ => None,
        };
        let country = country.map(|name| Object::Iri(format!("{AUTHORITY}/country/{name}")));
        let name = self.words(&self.settings.municipality);
        let municipality = Node::new("", "dct:Location").say("locn:geographicName", name);
        country.into_iter().chain([Object::Node(municipality)]).collect()
    }

    // ---- the nodes

    fn catalog(&self, data_sets: Vec<Object>) -> Node {
        let settings = self.settings;
        let title = self.say("data_catalog", &[("title", &settings.title)]);
        let values = [("title", settings.title.as_str()), ("municipality", &settings.municipality)];
        let description = self.say("data_catalog_text", &values);
        let node = Node::new(self.at(&part("catalog")), "dcat:Catalog");
        self.resource(node, "catalog", &title, &description)
            .say("foaf:homepage", Object::Iri(self.at("index.html")))
            .say("dcat:themeTaxonomy", Object::Iri(format!("{AUTHORITY}/data-theme")))
            .say_all("dct:license", self.license())
            .say_all("dct:spatial", self.places())
            .say_all("dcat:dataset", data_sets)
    }

    fn publisher(&self) -> Node {
        let number = &self.settings.organization_number;
        let number = Some(number).filter(|number| !number.is_empty());
        Node::new(self.publisher.clone(), "org:Organization")
            .say("foaf:name", self.words(&self.settings.municipality))
            .say_all("dct:identifier", number.map(|number| Object::Plain(number.clone())))
            .say(
                "dct:type",
                Object::Iri("http://purl.org/adms/publishertype/LocalAuthority".to_string()),
            )
    }

    /// Whom to ask; where nobody is told, the page about the site.
    fn contact(&self) -> Node {
        let contact = &self.settings.contact;
        let name =
            if contact.name.is_empty() { &self.settings.municipality } else { &contact.name };
        let page = match web(&contact.url) {
            "" if contact.email.is_empty() => self.at(&Overview::About.path(self.language)),
            url => url.to_string(),
        };
        let email = (!contact.email.is_empty()).then(|| format!("mailto:{}", contact.email));
        let page = (!page.is_empty()).then_some(page);
        Node::new(self.contact.clone(), "vcard:Organization")
            .say("vcard:fn", self.words(name))
            .say_all("vcard:hasEmail", email.map(Object::Iri))
            .say_all("vcard:hasURL", page.map(Object::Iri))
    }

    /// The whole plan as data.
    fn plan(&self) -> Node {
        let settings = self.settings;
        let values = [("title", settings.title.as_str()), ("municipality", &settings.municipality)];
        let node = Node::new(self.at(&part("plan")), "dcat:Dataset");
        let node =
            self.resource(node, "plan", &settings.title, &self.say("data_plan_text", &values));
        let there = self.views.data_files();
        let files = [(DataFile::Plan, "JSON"), (DataFile::StratMl, "XML")].into_iter();
        let files = files.filter(|(file, _)| there.contains(file)).map(|(file, file_type)| {
            let (path, media) = (file.path(), file.media_type());
            Object::Node(self.distribution(&path, file.key(), file_type, media))
        });
        let day = settings.adopted.as_ref().and_then(|adopted| adopted.on);
        node.say("dcat:theme", self.theme("GOVE"))
            .say("dcat:landingPage", Object::Iri(self.at("index.html")))
            .say_all("dct:issued", day.and_then(date))
            .say_all("dct:spatial", self.places())
            .say_all("dcat:distribution", files)
    }

    fn theme(&self, name: &str) -> Object {
        Object::Iri(format!("{AUTHORITY}/data-theme/{name}"))
    }

    fn indicator(&self, entry: &Entry, indicator: &Indicator) -> Node {
        let name = &entry.name;
        let node =
            Node::new(self.at(&format!("{}#figures", FigureFile::Json.path(name))), "dcat:Dataset");
        let files = FigureFile::ALL.into_iter().filter(|file| *file != FigureFile::CsvMetadata);
        let files = files.map(|file| {
            let (path, media) = (file.path(name), file.media_type());
            let file_type = if file == FigureFile::Csv { "CSV" } else { "JSON" };
            let node = self.distribution(&path, file.key(), file_type, media);
            let described = (file == FigureFile::Csv).then(|| FigureFile::CsvMetadata.path(name));
            Object::Node(node.say_all(
                "dct:conformsTo",
                described.map(|_| Object::Iri("https://www.w3.org/TR/tabular-metadata/".into())),
            ))
        });
        let sources = indicator.sources.iter().filter_map(|cited| {
            let url = web(&self.views.plan().entry(cited.source).source()?.url);
            (!url.is_empty()).then(|| Object::Iri(url.to_string()))
        });
        self.resource(node, name, &entry.title, &self.description(entry, indicator))
            .say("dcat:theme", self.theme(theme(self.views, indicator)))
            .say("dcat:landingPage", Object::Iri(self.at(&entry.address.path())))
            .say_all("dct:accrualPeriodicity", frequency(indicator).map(Object::Iri))
            .say_all("dct:temporal", period(indicator).map(Object::Node))
            .say_all("dct:spatial", self.places())
            .say_all("dct:source", sources)
            .say_all("dcat:distribution", files)
    }

    /// The first words of what the indicator is, or what it tells, or its title and unit.
    fn description(&self, entry: &Entry, indicator: &Indicator) -> String {
        let own = plain(&entry.body);
        let told = indicator.findings.last().map(|finding| plain(&finding.text));
        let text = if own.is_empty() { told.unwrap_or_default() } else { own };
        match text.as_str() {
            "" if indicator.unit.is_empty() => entry.title.clone(),
            "" => format!("{}, {}", entry.title, indicator.unit),
            text => text.to_string(),
        }
    }

    fn distribution(&self, path: &str, key: &str, file_type: &str, media: &str) -> Node {
        let address = self.at(path);
        Node::new("", "dcat:Distribution")
            .say("dct:title", self.words(&self.say(key, &[])))
            .say("dcat:accessURL", Object::Iri(address.clone()))
            .say("dcat:downloadURL", Object::Iri(address))
            .say("dct:format", Object::Iri(format!("{AUTHORITY}/file-type/{file_type}")))
            .say(
                "dcat:mediaType",
                Object::Iri(format!("https://www.iana.org/assignments/media-types/{media}")),
            )
            .say_all("dct:license", self.license())
            .say("dct:language", Object::Iri(self.language_iri()))
    }
}

/// The EU's theme that lies nearest the first of the UN's goals that the indicator, or a goal that it
/// measures, is tied to. Without any it is public administration.
fn theme(views: &Views<'_>, indicator: &Indicator) -> &'static str {
    let plan = views.plan();
    let of_goals = indicator.goals.iter().filter_map(|id| plan.entry(*id).goal());
    let mut numbers = indicator.sdg.iter().chain(of_goals.flat_map(|goal| &goal.sdg));
    match numbers.next() {
        Some(2) => "AGRI",
        Some(3) => "HEAL",
        Some(4) => "EDUC",
        Some(1 | 5 | 10 | 11) => "SOCI",
        Some(6 | 12 | 13 | 14 | 15) => "ENVI",
        Some(7) => "ENER",
        Some(8) => "ECON",
        Some(9) => "TECH",
        Some(16) => "JUST",
        _ => "GOVE",
    }
}

/// How often there are new figures, when they come every year: told by the figures themselves.
fn frequency(indicator: &Indicator) -> Option<String> {
    let times = indicator.series.times();
    let mut years: Vec<i16> = times
        .iter()
        .map(|time| match time {
            Some(When::Year(year) | When::SchoolYear(year)) => Some(*year),
            _ => None,
        })
        .collect::<Option<_>>()?;
    years.dedup();
    let is_yearly = years.len() > 2 && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
    is_yearly.then(|| format!("{AUTHORITY}/frequency/ANNUAL"))
}

/// From the first day that figures tell of to the last.
fn period(indicator: &Indicator) -> Option<Node> {
    let times: Vec<When> = indicator.series.times().into_iter().flatten().collect();
    let day = |day: jiff::civil::Date| Object::Typed(day.to_string(), "xsd:date");
    let from = times.iter().map(|time| time.first_day()).min()?;
    let to = times.iter().map(|time| time.last_day()).max()?;
    let node = Node::new("", "dct:PeriodOfTime");
    Some(node.say("dcat:startDate", day(from)).say("dcat:endDate", day(to)))
}

/// A part of the catalogue, named by its fragment.
fn part(name: &str) -> String {
    format!("{}#{name}", DataFile::Turtle.path())
}

fn date(when: When) -> Option<Object> {
    match when {
        When::Day(day) => Some(Object::Typed(day.to_string(), "xsd:date")),
        When::Moment(moment) => Some(Object::Typed(moment.date().to_string(), "xsd:date")),
        _ => None,
    }
}
