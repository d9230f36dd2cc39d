//! Components that pages show many of, written out where the built-in templates use them.
//!
//! A page shows some thirty links, and to call a component costs several times what the link itself does. So
//! the text of such a component is put in the place of each call, with the call's values for its arguments, before
//! the templates are parsed. A theme that defines the component anew is asked each time instead.

use std::borrow::Cow;

/// The components. One that calls others stands before them. What else they read with `@`, as `root`, every
/// component that calls them must name too, and no value of a call may be named as a variable that they set.
const WRITTEN_OUT: [&str; 12] = [
    "banners",
    "page_head",
    "facts",
    "contents",
    "contents_list",
    "backlinks",
    "pager",
    "heading",
    "cell",
    "links",
    "link",
    "badge",
];

/// The built-in templates, with such components written out unless one of a theme's own files defines them.
pub(super) fn written_out<'t>(
    builtin: &'t [(&'t str, &'t str)],
    own: &[&str],
) -> Vec<(&'t str, Cow<'t, str>)> {
    let mut templates: Vec<_> =
        builtin.iter().map(|(name, text)| (*name, Cow::Borrowed(*text))).collect();
    for name in WRITTEN_OUT {
        if own.iter().any(|text| may_define(text, name)) {
            continue;
        }
        let Some(component) = builtin.iter().find_map(|(_, text)| Component::find(text, name))
        else {
            continue;
        };
        for (_, text) in &mut templates {
            if let Some(written) = component.write_out(text) {
                *text = Cow::Owned(written);
            }
        }
    }
    templates
}

/// Whether a template may define a component. Whatever looks like it counts: to ask once too often does no harm.
fn may_define(text: &str, name: &str) -> bool {
    text.split("component").skip(1).any(|after| after.trim_start().starts_with(name))
}

/// A component, as the built-in templates define it.
struct Component<'t> {
    name: &'t str,
    /// Its arguments, those that it reads with `@` among them: `links, @root`.
    arguments: &'t str,
    body: &'t str,
}

impl<'t> Component<'t> {
    fn find(text: &'t str, name: &'t str) -> Option<Component<'t>> {
        let (_, from) = text.split_once(&format!("{{% component {name}("))?;
        let (arguments, from) = from.split_once(") -%}")?;
        let (body, _) = from.split_once(&format!("{{%- endcomponent {name} %}}"))?;
        Some(Component { name, arguments, body: body.trim() })
    }

    /// A template with the calls of the component written out; none if there are none. A call stays that leaves
    /// arguments out or whose values are more than names, as does one of the component by itself.
    fn write_out(&self, text: &str) -> Option<String> {
        let (start, end) = (format!("{{{{ <{} ", self.name), " /> }}");
        let asked = self.arguments.split(", ").filter(|one| !one.starts_with('@')).count();
        let own = text.find(self.body).map_or(0..0, |at| at..at + self.body.len());
        let mut written = String::new();
        let mut done = 0;
        for (at, _) in text.match_indices(&start).filter(|(at, _)| !own.contains(at)) {
            let Some((call, _)) = text[at + start.len()..].split_once(end) else { continue };
            if let Some(values) = values(call).filter(|values| values.len() == asked) {
                written.push_str(&text[done..at]);
                put(self.body, &values, &mut written);
                done = at + start.len() + call.len() + end.len();
            }
        }
        written.push_str(&text[done..]);
        (done > 0).then_some(written)
    }
}

/// The values of a call by their arguments' names, if they all are names themselves: `link={one.more[0]}`.
fn values(call: &str) -> Option<Vec<(&str, &str)>> {
    let is_name =
        |value: &str| value.bytes().all(|byte| is_of_a_name(byte) || b".[]".contains(&byte));
    let values = call.split_inclusive('}').map(|one| {
        let (name, value) = one.trim().strip_suffix('}')?.split_once("={")?;
        is_name(value).then_some((name, value))
    });
    values.collect()
}

/// Writes the body of a component with values in place of its arguments, wherever a tag names them.
fn put(body: &str, values: &[(&str, &str)], written: &mut String) {
    for (place, part) in body.split_inclusive(['{', '}']).enumerate() {
        let is_tag = place > 0 && part.ends_with('}');
        let mut rest = part;
        while is_tag && let Some(first) = rest.bytes().position(is_of_a_name) {
            let length = rest[first..].bytes().take_while(|byte| is_of_a_name(*byte)).count();
            let (before, word) = (&rest[..first], &rest[first..first + length]);
            rest = &rest[first + length..];
            // Not a field, a component or the first word of a text; nor the name of a called component's argument.
            let is_variable = !before.ends_with(['.', '<', '"', '/']) && !rest.starts_with("={");
            let value = values.iter().find(|(name, _)| *name == word && is_variable);
            written.extend([before, value.map_or(word, |(_, value)| *value)]);
        }
        written.push_str(rest);
    }
}

fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::{Component, WRITTEN_OUT, written_out};
    use crate::theme::builtin::TEMPLATES;

    const PARTS: (&str, &str) = (
        "parts.html",
        "{% component link(link, @root) -%}\n<a class=\"link\" href=\"{{ root }}{{ link.path }}\">\n\
         {%- endcomponent link %}\n\
         {% component badge(badge, level) -%}\n{% if level == 2 and badge != \"level\" %}level{% endif %}\n\
         {{ <link link={badge.link} /> }}{{ <badge badge={badge.badge} level={level} /> }}\n\
         {%- endcomponent badge %}\n",
    );

    #[test]
    fn a_call_becomes_the_component_with_the_value_for_its_argument() {
        let page =
            ("page.html", "<li>{{ <link link={one.more[0]} /> }}</li>{{ <panels link={all} /> }}");
        let builtin = [PARTS, page];
        let written = written_out(&builtin, &[]);
        let expected = "<li><a class=\"link\" href=\"{{ root }}{{ one.more[0].path }}\"></li>\
                        {{ <panels link={all} /> }}";
        assert_eq!(written[1].1, expected);
        let own = "{% component link(link, @root) -%}\n<a class=\"link\" href=\"{{ root }}{{ link.path }}\">";
        assert!(written[0].1.starts_with(own), "the component itself stays, for themes to call");
    }

    #[test]
    fn of_several_arguments_each_is_put_where_a_tag_names_it() {
        let page = (
            "page.html",
            "{{ <badge badge={a.b} level={below} /> }}|{{ <badge badge={a} level={1 + 1} /> }}",
        );
        let builtin = [PARTS, page];
        let written = written_out(&builtin, &["{% component link(link) %}"]);
        let expected = "{% if below == 2 and a.b != \"level\" %}level{% endif %}\n\
                        {{ <link link={a.b.link} /> }}{{ <badge badge={a.b.badge} level={below} /> }}\
                        |{{ <badge badge={a} level={1 + 1} /> }}";
        assert_eq!(written[1].1, expected, "a value that is more than a name stays with its call");
    }

    #[test]
    fn a_component_that_a_theme_defines_anew_is_called() {
        let page = ("page.html", "{{ <link link={one} /> }}");
        for own in
            ["{% component link(link) %}{{ link.title }}", "{%- component\n\t link (link) -%}"]
        {
            assert_eq!(written_out(&[PARTS, page], &[own])[1].1, page.1, "{own}");
        }
    }

    #[test]
    fn who_calls_a_written_out_component_names_what_it_reads_of_the_page() {
        let mut seen = 0;
        for (file, text) in TEMPLATES {
            for component in text.split("{% component ").skip(1) {
                let (head, text) = component.split_once("-%}").unwrap();
                for name in WRITTEN_OUT.iter().filter(|name| text.contains(&format!("<{name} "))) {
                    let found = TEMPLATES.iter().find_map(|(_, text)| Component::find(text, name));
                    let arguments = found.unwrap().arguments.split(", ");
                    for read in arguments.filter(|argument| argument.starts_with('@')) {
                        assert!(head.contains(read), "{file}: {head} calls {name}, needs {read}");
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 10);
    }
}
