//! Small plans in memory, for the tests of the pipeline.

use planverk::diagnostic::Diagnostics;
use planverk::load::SourceSet;
use planverk::model::Plan;
use planverk::text::SourceFile;

/// The least that a plan must have.
pub const SETTINGS: &str =
    "title = \"Planen\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\n";

/// A plan of some files, given as path below `content/` and text.
pub struct Small {
    files: Vec<(String, String)>,
}

impl Small {
    pub fn new() -> Small {
        Small { files: Vec::new() }.file("plan.toml", SETTINGS)
    }

    /// Adds a file, or writes another over it.
    pub fn file(mut self, path: &str, text: &str) -> Small {
        let path = format!("content/{path}");
        self.files.retain(|(known, _)| *known != path);
        self.files.push((path, text.to_string()));
        self
    }

    /// The plan, and all that was told of it, a line each: `rule file:line:column message`.
    pub fn resolved(self) -> (Plan, Vec<String>) {
        let files =
            self.files.iter().map(|(path, text)| SourceFile::of_text(path.clone(), text.as_str()));
        let sources = SourceSet { files: files.collect(), ..SourceSet::default() };
        let mut diagnostics = Diagnostics::default();
        let raw = planverk::parse::parse(&sources, &mut diagnostics);
        let plan = planverk::resolve::resolve(raw, &sources, &mut diagnostics);
        diagnostics.sort();
        let told = diagnostics.all().iter().map(|one| {
            let place = one.span.map_or(String::new(), |span| {
                let file = &sources.files[span.file.0 as usize];
                let at = file.position(span.range().start);
                format!(" {}:{}:{}", file.path, at.line, at.column)
            });
            format!("{}{place} {}", one.rule.name, one.message.nb)
        });
        (plan, told.collect())
    }
}
