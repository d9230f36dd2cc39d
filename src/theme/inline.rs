//! Small components, written out where the built-in templates use them.
//!
//! A page shows some thirty links, and to call a component costs several times what the link itself does. So
//! the text of such a component is put in the place of each call, with the call's value for its argument, before
//! the templates are parsed. A theme that defines the component anew is asked each time instead.

use std::borrow::Cow;

/// The components, each with one argument of its own name. What else they read with `@`, as `root`,
/// every component that calls them must name too.
const SMALL: [&str; 2] = ["link", "badge"];

/// The built-in templates, with small components written out unless one of a theme's own files defines them.
pub(super) fn written_out<'t>(
    builtin: &'t [(&'t str, &'t str)],
    own: &[&str],
) -> Vec<(&'t str, Cow<'t, str>)> {
    let mut templates: Vec<_> =
        builtin.iter().map(|(name, text)| (*name, Cow::Borrowed(*text))).collect();
    for small in SMALL {
        // Whatever looks like a definition counts: to ask once too often does no harm.
        let definition = format!("component {small}");
        if own.iter().any(|text| text.contains(&definition)) {
            continue;
        }
        let Some(body) = builtin.iter().find_map(|(_, text)| body(text, small)) else { continue };
        for (_, text) in &mut templates {
            if let Some(written) = write_out(text, small, body) {
                *text = Cow::Owned(written);
            }
        }
    }
    templates
}

/// What stands between a component's first and last line.
fn body<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (_, from) = text.split_once(&format!("{{% component {name}("))?;
    let (_, from) = from.split_once("-%}")?;
    let (body, _) = from.split_once(&format!("{{%- endcomponent {name} %}}"))?;
    Some(body.trim())
}

/// A template with all calls of a component written out; none if there are none.
fn write_out(text: &str, name: &str, body: &str) -> Option<String> {
    let (start, end) = (format!("{{{{ <{name} {name}={{"), "} /> }}");
    let mut parts = text.split(&start);
    let mut written = parts.next()?.to_owned();
    let mut calls = 0;
    for part in parts {
        let (value, rest) = part.split_once(end)?;
        written.push_str(&body.replace(&format!("{name}."), &format!("{value}.")));
        written.push_str(rest);
        calls += 1;
    }
    (calls > 0).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::written_out;

    const PARTS: (&str, &str) = (
        "parts.html",
        "{% component link(link, @root) -%}\n<a href=\"{{ root }}{{ link.path }}\">\n\
         {%- endcomponent link %}\n",
    );

    #[test]
    fn a_call_becomes_the_component_with_the_value_for_its_argument() {
        let page =
            ("page.html", "<li>{{ <link link={one.more[0]} /> }}</li>{{ <links links={all} /> }}");
        let builtin = [PARTS, page];
        let written = written_out(&builtin, &[]);
        let expected =
            "<li><a href=\"{{ root }}{{ one.more[0].path }}\"></li>{{ <links links={all} /> }}";
        assert_eq!(written[1].1, expected);
        assert_eq!(written[0].1, PARTS.1, "the component itself stays, for themes to call");
    }

    #[test]
    fn a_component_that_a_theme_defines_anew_is_called() {
        let page = ("page.html", "{{ <link link={one} /> }}");
        let own = "{% component link(link) %}{{ link.title }}{% endcomponent link %}";
        assert_eq!(written_out(&[PARTS, page], &[own])[1].1, page.1);
    }
}
