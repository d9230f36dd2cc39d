//! The page of open data: every file, what it is for, and on which terms it may be used.

use crate::html::escape;
use crate::model::{DataFile, FigureFile};
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{CellView, LinkView, TableView};
use crate::vocabulary::Kind;

/// Terms, the files that there is one of, and a row of files for each indicator.
pub(super) fn open_data(sheet: &mut Sheet<'_>) {
    license(sheet);
    files(sheet);
    figures(sheet);
}

fn license(sheet: &mut Sheet<'_>) {
    let words = sheet.shown().words;
    let sentence = match sheet.plan().settings.license {
        Some(license) => {
            let (name, url) = (license.name(), license.url());
            let link = format!("<a href=\"{url}\" class=\"external\" rel=\"license\">{name}</a>");
            words.fill("data_license", &[("license", &link)])
        }
        None => escape(words.get("data_no_license")),
    };
    sheet.html_panel(sheet.say("data_license_title"), format!("<p>{sentence}</p>\n"));
}

fn files(sheet: &mut Sheet<'_>) {
    let mut rows: Vec<Vec<CellView>> = Vec::new();
    for file in sheet.views.data_files() {
        let purpose = sheet.say(&format!("{}_use", file.key()));
        rows.push(vec![linked(&sheet.say(file.key()), file.path()), text(purpose)]);
    }
    if !sheet.views.base_url().is_empty() {
        let map = linked(&sheet.say("data_sitemap"), "sitemap.xml".to_string());
        rows.push(vec![map, text(sheet.say("data_sitemap_use"))]);
    }
    let title = sheet.say("data_files_title");
    let columns = vec![text(sheet.say("data_file")), text(sheet.say("data_use"))];
    let caption = sheet.say("data_files_text");
    sheet.table(title, TableView { caption, columns, rows, ..TableView::default() });
}

/// A row of files for each indicator, a column for each form.
fn figures(sheet: &mut Sheet<'_>) {
    let plan = sheet.plan();
    let mut rows: Vec<Vec<CellView>> = Vec::new();
    for (id, entry) in plan.of_kind(Kind::Indicator) {
        let has_figures = entry.indicator().is_some_and(|one| one.series.has_observations());
        let page = sheet.shown().link(id, sheet.html);
        let mut row = vec![CellView { links: vec![page], ..CellView::default() }];
        row.extend(FigureFile::ALL.into_iter().map(|file| {
            let is_there = has_figures || file.holds_words();
            if is_there { linked(file.name(), file.path(&entry.name)) } else { CellView::default() }
        }));
        rows.push(row);
    }
    let title = sheet.say("data_figures_title");
    let mut columns = vec![text(sheet.shown().kind_one(Kind::Indicator))];
    columns.extend(FigureFile::ALL.into_iter().map(|file| text(file.name().to_string())));
    let caption = sheet.say("data_figures_text");
    sheet.table(title, TableView { caption, columns, rows, ..TableView::default() });
}

fn text(text: String) -> CellView {
    CellView { text, ..CellView::default() }
}

fn linked(title: &str, path: String) -> CellView {
    CellView { links: vec![LinkView { path, ..plain(title) }], ..CellView::default() }
}

/// What a feed or another form is called where pages point to it.
pub(in crate::view) fn feeds(files: &[DataFile]) -> impl Iterator<Item = DataFile> {
    files.iter().copied().filter(|file| matches!(file, DataFile::Feed(_)))
}
