//! Views with every field filled in the worst way, for the tests.

use crate::view::{
    AlternateView, BadgeView, CardView, CellView, ChartView, ContactView, ContentsView, EventView,
    FactView, FigureView, FindingView, LinkGroupView, LinkView, MatrixGroupView, MatrixItemView,
    MatrixRowView, MatrixView, PageView, PanelView, PointView, ProgressView, SiteView, StepView,
    TableView, TermView, WheelView,
};

/// What a hostile or clumsy title looks like.
pub(super) const EVIL: &str = "<script>alert(1)</script> \"&'";

/// Every shape of a panel.
pub(super) const SHAPES: &[&str] = &[
    "cards",
    "table",
    "links",
    "groups",
    "letters",
    "timeline",
    "steps",
    "findings",
    "points",
    "terms",
    "matrix",
    "progress",
    "wheel",
    "downloads",
    "chart",
    "html",
    "note",
];

fn evil_link() -> LinkView {
    LinkView {
        title: EVIL.to_owned(),
        path: "mal/a.html".to_owned(),
        number: EVIL.to_owned(),
        kind: "goal".to_owned(),
        external: false,
    }
}

fn evil_badge() -> Option<BadgeView> {
    Some(BadgeView { name: "done".to_owned(), word: EVIL.to_owned() })
}

pub(super) fn evil_site() -> SiteView {
    let text = EVIL.to_owned();
    SiteView {
        title: text.clone(),
        municipality: text.clone(),
        lang: "nb".to_owned(),
        period: text.clone(),
        stage: text.clone(),
        stage_name: "hearing".to_owned(),
        hearing_path: "horinger/a.html".to_owned(),
        example: true,
        menu: vec![evil_link()],
        footer: vec![evil_link()],
        contact: ContactView {
            name: text.clone(),
            email: text.clone(),
            phone: text.clone(),
            address: text.clone(),
            url: text.clone(),
        },
        styles: vec!["assets/planverk.css".to_owned()],
        base_url: "https://plan.example.no/".to_owned(),
        front_path: "index.html".to_owned(),
        whole_path: "hele.html".to_owned(),
        search_path: "sok/index.html".to_owned(),
        register_path: "oversikt/register.html".to_owned(),
        generator: text,
    }
}

fn evil_panel(shape: &str) -> PanelView {
    let text = EVIL.to_owned();
    let links = vec![evil_link(), evil_link()];
    let groups = vec![LinkGroupView { title: text.clone(), links: links.clone() }];
    PanelView {
        shape: shape.to_owned(),
        anchor: shape.to_owned(),
        title: text.clone(),
        number: text.clone(),
        level: 2,
        note: text.clone(),
        cards: vec![evil_card()],
        table: Some(evil_table(&links)),
        links: links.clone(),
        progress: evil_progress(),
        wheel: Some(WheelView {
            svg: String::new(),
            events: links.clone(),
            times: vec![text.clone(), text.clone()],
        }),
        groups: groups.clone(),
        timeline: vec![EventView { when: text.clone(), badge: evil_badge(), text: String::new() }],
        steps: vec![StepView { title: text.clone(), text: String::new(), services: links.clone() }],
        findings: vec![FindingView {
            when: text.clone(),
            badge: evil_badge(),
            text: String::new(),
            compared: text.clone(),
        }],
        points: vec![PointView {
            text: String::new(),
            path: "a.html".to_owned(),
            anchor: "p".to_owned(),
            audience: links.clone(),
            from: links.clone(),
            home: Some(evil_link()),
        }],
        more: Some(evil_link()),
        matrix: Some(evil_matrix(groups)),
        chart: Some(evil_chart()),
        html: String::new(),
        terms: vec![TermView {
            anchor: "t".to_owned(),
            title: text.clone(),
            abbr: text,
            text: String::new(),
            links,
        }],
    }
}

fn evil_progress() -> Option<ProgressView> {
    let text = EVIL.to_owned();
    Some(ProgressView {
        badge: evil_badge(),
        change: text.clone(),
        said: text.clone(),
        own: None,
        own_note: text.clone(),
        own_text: String::new(),
        own_when: text,
        method: Some(evil_link()),
    })
}

fn evil_table(links: &[LinkView]) -> TableView {
    let cell =
        |text: &str| CellView { text: text.to_owned(), badge: evil_badge(), ..CellView::default() };
    TableView {
        caption: EVIL.to_owned(),
        columns: vec![cell(""), cell(EVIL)],
        rows: vec![vec![cell(EVIL), CellView { links: links.to_vec(), ..CellView::default() }]],
        notes: vec![EVIL.to_owned()],
        numeric: false,
    }
}

fn evil_matrix(loose: Vec<LinkGroupView>) -> MatrixView {
    let item = MatrixItemView { link: evil_link(), badge: evil_badge(), progress: evil_progress() };
    let row = MatrixRowView {
        goal: evil_link(),
        sub: true,
        indicators: vec![item.clone()],
        measures: vec![item],
        responsible: vec![evil_link(), evil_link()],
    };
    MatrixView { groups: vec![MatrixGroupView { area: evil_link(), rows: vec![row] }], loose }
}

fn evil_chart() -> ChartView {
    let text = EVIL.to_owned();
    let picture = "line".to_owned();
    ChartView { picture, svg: String::new(), description: text.clone(), notes: vec![text] }
}

pub(super) fn evil_card() -> CardView {
    let text = EVIL.to_owned();
    CardView {
        path: "a.html".to_owned(),
        kind: "goal".to_owned(),
        kind_name: text.clone(),
        title: text.clone(),
        number: text.clone(),
        badge: evil_badge(),
        figure: Some(FigureView {
            value: text.clone(),
            when: text.clone(),
            series: text.clone(),
            others: vec![text.clone()],
            spark: String::new(),
        }),
        chart: Some(evil_chart()),
        progress: evil_progress(),
        meta: vec![evil_link()],
        links: vec![evil_link()],
        ..CardView::default()
    }
}

pub(super) fn evil_page(template: &str) -> PageView {
    let text = EVIL.to_owned();
    let heading = |children| ContentsView {
        title: EVIL.to_owned(),
        anchor: "a".to_owned(),
        number: EVIL.to_owned(),
        children,
    };
    PageView {
        alternates: vec![AlternateView {
            title: text.clone(),
            media_type: text.clone(),
            path: "a.csv".to_owned(),
        }],
        path: "mal/a.html".to_owned(),
        template: template.to_owned(),
        kind: "goal".to_owned(),
        kind_name: text.clone(),
        title: text.clone(),
        number: text.clone(),
        description: text.clone(),
        canonical: "https://plan.example.no/mal/a.html".to_owned(),
        breadcrumb: vec![evil_link(), evil_link()],
        contents: vec![heading(vec![heading(Vec::new())])],
        facts: vec![FactView { label: text.clone(), values: vec![evil_link()] }],
        badge: evil_badge(),
        body: "<p id=\"body\">&amp;</p>".to_owned(),
        panels: SHAPES.iter().map(|shape| evil_panel(shape)).collect(),
        backlinks: vec![LinkGroupView { title: text, links: vec![evil_link()] }],
        previous: Some(evil_link()),
        next: Some(evil_link()),
        ..PageView::default()
    }
}
