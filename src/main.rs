//! tmp
fn main() {
    let mut d = planverk::diagnostic::Diagnostics::default();
    let dir = std::env::args().nth(1).unwrap();
    let s = planverk::load::load(std::path::Path::new(&dir), &mut d).unwrap();
    let raw = planverk::parse::parse(&s, &mut d);
    let plan = planverk::resolve::resolve(raw, &s, &mut d);
    d.sort();
    print!(
        "{}",
        planverk::diagnostic::text::render(
            &d,
            &s.files,
            planverk::diagnostic::text::Style {
                language: planverk::text::Language::Nb,
                colour: false
            }
        )
    );
    for (_, e) in plan.all() {
        println!("{:?} {} {:?} {:?} {}", e.kind, e.name, e.number, e.title, e.address.path());
    }
    println!("{} mistakes", d.mistakes());
}
