//! The example configurations of servers say what the documentation says.

use std::path::Path;

fn text(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The Content-Security-Policy in a text: from its first directive to its last.
fn policy(file: &str) -> String {
    let text = text(file);
    let start = text.find("default-src 'none'").unwrap_or_else(|| panic!("no policy in {file}"));
    let end = text[start..].find("frame-ancestors 'none'").expect("the policy's end");
    text[start..start + end].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn all_examples_have_one_policy() {
    let told = policy("README.md");
    for file in ["_headers", "Caddyfile", "nginx.conf"] {
        assert_eq!(policy(&format!("examples/hosting/{file}")), told, "{file}");
    }
}

#[test]
fn what_never_changes_is_kept_and_nothing_else_is() {
    for file in ["_headers", "Caddyfile", "nginx.conf"] {
        let text = text(&format!("examples/hosting/{file}"));
        assert_eq!(text.matches("immutable").count(), 1, "{file}");
        assert!(text.contains("/assets/"), "{file}");
    }
}
