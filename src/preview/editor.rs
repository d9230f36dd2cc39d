//! Links that open a file at a line in an editor, by the address that the editor answers to.

use std::path::Path;

/// Editors by name, with the address that opens a file in them.
const KNOWN: &[(&str, &str)] = &[
    ("vscode", "vscode://file/{path}:{line}:{column}"),
    ("code", "vscode://file/{path}:{line}:{column}"),
    ("vscodium", "vscodium://file/{path}:{line}:{column}"),
    ("cursor", "cursor://file/{path}:{line}:{column}"),
    ("zed", "zed://file/{path}:{line}:{column}"),
    ("sublime", "subl://open?url=file:///{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file:///{path}&line={line}&column={column}"),
    ("idea", "idea://open?file=/{path}&line={line}&column={column}"),
];

/// Schemes that a browser would run or show itself.
const NO_EDITOR: [&str; 7] = ["javascript", "data", "vbscript", "blob", "http", "https", "file"];

/// How a file is opened in an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(String);

impl Editor {
    /// An editor by its name, or an address with `{path}` in it, and `{line}` and `{column}` if it takes them.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in English.
    pub fn named(written: &str) -> Result<Editor, String> {
        if let Some((_, address)) = KNOWN.iter().find(|(name, _)| *name == written) {
            return Ok(Editor((*address).to_string()));
        }
        let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
        let Some((scheme, _)) = written.split_once(':') else {
            let names = names.join(", ");
            return Err(format!(
                "known are {names}; or an address such as my-editor://open?file={{path}}&line={{line}}"
            ));
        };
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        if scheme.is_empty() || !scheme.chars().all(plain) {
            return Err("an address begins with the editor's name and a colon".to_string());
        }
        if NO_EDITOR.contains(&scheme.to_ascii_lowercase().as_str()) {
            return Err(format!("{scheme}: opens no editor"));
        }
        if !written.contains("{path}") {
            return Err("the address must say where {path} stands".to_string());
        }
        Ok(Editor(written.to_string()))
    }

    /// The address of a file in a folder, with `{path}`, `{line}` and `{column}` left to fill in.
    pub(super) fn template(&self, folder: &Path) -> String {
        let folder = folder.to_string_lossy().replace('\\', "/");
        let folder = encode(folder.trim_matches('/'));
        self.0.replace("{path}", &format!("{folder}/{{path}}"))
    }

    /// The address that opens a file at a place.
    pub(super) fn link(&self, file: &Path, line: usize, column: usize) -> String {
        let path = file.to_string_lossy().replace('\\', "/");
        let path = encode(path.trim_start_matches('/'));
        let filled = self.0.replace("{line}", &line.to_string());
        filled.replace("{column}", &column.to_string()).replace("{path}", &path)
    }
}

/// Percent signs for all that is neither a letter of ASCII nor harmless in an address.
fn encode(path: &str) -> String {
    let mut written = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                written.push(char::from(byte));
            }
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_open_a_file_at_its_line() {
        let link = |editor: &str| {
            Editor::named(editor).map(|one| one.link(Path::new("/a/mål 1.md"), 3, 7))
        };
        assert_eq!(link("vscode").unwrap(), "vscode://file/a/m%C3%A5l%201.md:3:7");
        assert_eq!(link("my://{path}#{line}").unwrap(), "my://a/m%C3%A5l%201.md#3");
        for bad in ["nano", "javascript:alert('{path}')", "http://a/{path}", "my://open", ":{path}"]
        {
            assert!(link(bad).is_err(), "{bad}");
        }
    }
}
