//! A small graph of linked data, written as Turtle and as JSON-LD: the same statements in both.
//!
//! A node is a subject with its statements; a node without an address stands where it is named.
//! Addresses may be relative, to be read from where the file lies.

use crate::text::holds;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Prefixes, and the vocabularies that they stand for.
const PREFIXES: [(&str, &str); 11] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A subject with what is said of it. Names of properties and types are written with a prefix.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    /// Its address; empty for one that only stands where it is named.
    pub iri: String,
    /// Its class.
    pub class: &'static str,
    /// What is said of it.
    pub statements: Vec<(&'static str, Object)>,
}

/// What a statement says.
#[derive(Debug, Clone)]
pub(super) enum Object {
    /// Something with an address.
    Iri(String),
    /// Words in a language.
    Words(String, &'static str),
    /// A plain string.
    Plain(String),
    /// A value with its type: `xsd:date`.
    Typed(String, &'static str),
    /// Something that is described on the spot.
    Node(Node),
}

impl Node {
    /// A node with a class.
    pub(super) fn new(iri: impl Into<String>, class: &'static str) -> Node {
        Node { iri: iri.into(), class, statements: Vec::new() }
    }

    /// Adds a statement.
    pub(super) fn say(mut self, property: &'static str, object: Object) -> Node {
        self.statements.push((property, object));
        self
    }

    /// Adds a statement for each object.
    pub(super) fn say_all(
        mut self,
        property: &'static str,
        objects: impl IntoIterator<Item = Object>,
    ) -> Node {
        self.statements.extend(objects.into_iter().map(|object| (property, object)));
        self
    }
}

/// The graph as Turtle.
pub(super) fn turtle(nodes: &[Node]) -> String {
    let mut out = String::new();
    for (prefix, iri) in PREFIXES {
        let _ = writeln!(out, "@prefix {prefix}: <{iri}> .");
    }
    for node in nodes {
        out.push('\n');
        turtle_iri(&node.iri, &mut out);
        out.push(' ');
        statements(node, 1, &mut out);
        out.push_str(" .\n");
    }
    out
}

fn statements(node: &Node, deep: usize, out: &mut String) {
    let indent = "  ".repeat(deep);
    let _ = write!(out, "a {}", node.class);
    for (property, object) in &node.statements {
        let _ = write!(out, " ;\n{indent}{property} ");
        match object {
            Object::Iri(iri) => turtle_iri(iri, out),
            Object::Words(words, language) => {
                quoted(words, out);
                let _ = write!(out, "@{language}");
            }
            Object::Plain(words) => quoted(words, out),
            Object::Typed(value, datatype) => {
                quoted(value, out);
                let _ = write!(out, "^^{datatype}");
            }
            Object::Node(node) => {
                out.push_str("[ ");
                statements(node, deep + 1, out);
                out.push_str(" ]");
            }
        }
    }
}

/// An address between angle brackets; what may not stand there is percent-encoded.
fn turtle_iri(iri: &str, out: &mut String) {
    out.push('<');
    out.push_str(&safe_iri(iri));
    out.push('>');
}

/// An address without the characters that no address may hold.
pub(super) fn safe_iri(iri: &str) -> Cow<'_, str> {
    let is_unsafe = |byte: u8| {
        matches!(byte, 0..=b' ' | b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'^' | b'`' | b'\\')
    };
    if !holds(iri, is_unsafe) {
        return iri.into();
    }
    let mut safe = String::with_capacity(iri.len());
    for letter in iri.chars() {
        if u8::try_from(letter).is_ok_and(is_unsafe) {
            let _ = write!(safe, "%{:02X}", letter as u32);
        } else {
            safe.push(letter);
        }
    }
    safe.into()
}

fn quoted(words: &str, out: &mut String) {
    out.push('"');
    let is_escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    let mut rest = words;
    if holds(words, is_escaped) {
        while let Some(place) = rest.bytes().position(is_escaped) {
            out.push_str(&rest[..place]);
            match rest.as_bytes()[place] {
                b'"' => out.push_str("\\\""),
                b'\\' => out.push_str("\\\\"),
                b'\n' => out.push_str("\\n"),
                b'\r' => out.push_str("\\r"),
                b'\t' => out.push_str("\\t"),
                control => {
                    let _ = write!(out, "\\u{control:04X}");
                }
            }
            rest = &rest[place + 1..];
        }
    }
    out.push_str(rest);
    out.push('"');
}

/// The graph as JSON-LD: nodes are written one after the other, with their properties in order of name.
#[derive(serde::Serialize)]
pub(super) struct JsonLd<'n> {
    #[serde(rename = "@context")]
    context: BTreeMap<&'static str, &'static str>,
    #[serde(rename = "@graph")]
    graph: &'n [Node],
}

impl<'n> JsonLd<'n> {
    pub(super) fn new(graph: &'n [Node]) -> JsonLd<'n> {
        JsonLd { context: PREFIXES.into(), graph }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut statements: Vec<_> = self.statements.iter().collect();
        statements.sort_by_key(|(property, _)| *property);
        let mut fields = serializer.serialize_map(None)?;
        if !self.iri.is_empty() {
            fields.serialize_entry("@id", &safe_iri(&self.iri))?;
        }
        fields.serialize_entry("@type", self.class)?;
        for same in statements.chunk_by(|one, other| one.0 == other.0) {
            let objects: Vec<&Object> = same.iter().map(|(_, object)| object).collect();
            fields.serialize_entry(same[0].0, &objects)?;
        }
        fields.end()
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let iri;
        let fields: &[(&str, &str)] = match self {
            Object::Plain(words) => return words.serialize(serializer),
            Object::Node(node) => return node.serialize(serializer),
            Object::Iri(one) => {
                iri = safe_iri(one);
                &[("@id", &iri)]
            }
            Object::Words(words, language) => &[("@language", language), ("@value", words)],
            Object::Typed(value, datatype) => &[("@type", datatype), ("@value", value)],
        };
        serializer.collect_map(fields.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_a_string_or_an_address() {
        let evil = "a\"\\\n> . <x> a <y> ]]> </script>\u{1}";
        let node = Node::new("https://x.no/a b>", "dcat:Dataset")
            .say("dct:title", Object::Words(evil.to_string(), "nb"))
            .say("dcat:landingPage", Object::Iri("../a.html#b".to_string()));
        let text = turtle(std::slice::from_ref(&node));
        let after = text.split("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n").nth(1);
        assert_eq!(
            after,
            Some(
                "\n<https://x.no/a%20b%3E> a dcat:Dataset ;\n  dct:title \
                 \"a\\\"\\\\\\n> . <x> a <y> ]]> </script>\\u0001\"@nb ;\n  \
                 dcat:landingPage <../a.html#b> .\n"
            )
        );
        let json = serde_json::to_value(JsonLd::new(&[node])).unwrap();
        assert_eq!(json["@graph"][0]["dct:title"][0]["@value"], evil);
    }
}
