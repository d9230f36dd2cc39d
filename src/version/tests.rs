//! What a block is said to be in the next version, by examples with one thing in each.

use super::*;
use crate::contract::{BlockKind, How};

/// Units from lines: `# entry` opens an entry, `## heading` a heading, `- item` an item, others paragraphs.
fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let (mut entry, mut top, mut heading) = (String::new(), None, None);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, words) = match line {
            _ if line.starts_with("# ") => (BlockKind::Entry, &line[2..]),
            _ if line.starts_with("## ") => (BlockKind::Heading, &line[3..]),
            _ if line.starts_with("- ") => (BlockKind::Item, &line[2..]),
            _ => (BlockKind::Paragraph, line),
        };
        let section = match kind {
            BlockKind::Entry => {
                entry = crate::text::slug(words);
                (top, heading) = (Some(units.len()), None);
                None
            }
            BlockKind::Heading => {
                heading = Some(units.len());
                top
            }
            _ => heading.or(top),
        };
        let normal = crate::contract::normal(words);
        units.push(Unit { kind, entry: entry.clone(), section, normal });
    }
    units
}

/// What became of the retired: `old words → new words + new words (how, sure)`, shortened to three words each.
fn fates(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (units(old), units(new));
    let alignment = align(&old, &new);
    let short = |unit: &Unit| unit.normal.split(' ').take(3).collect::<Vec<_>>().join(" ");
    let told = alignment.retired.iter().map(|one| {
        let heirs: Vec<String> = one.became.iter().map(|at| short(&new[*at])).collect();
        let how = one.how.map_or("gone", How::name);
        let sure = if one.sure { "" } else { "?" };
        format!("{} → {} ({how}{sure})", short(&old[one.old]), heirs.join(" + "))
    });
    told.collect()
}

#[test]
fn the_same_words_are_the_same_block_wherever_they_stand() {
    let old = "# A\nAlle skal ha noen å leke med.\n- Vi øver hver dag.\n# B\nBiblioteket er åpent på lørdager.";
    let new = "# B\nBiblioteket er åpent på LØRDAGER!\nAlle skal ha noen å leke med.\n# A\n- Vi øver hver dag.";
    assert_eq!(fates(old, new), [""; 0]);
    assert_eq!(align(&units(old), &units(new)).kept, [Some(3), Some(4), Some(1), Some(0), Some(2)]);
}

#[test]
fn words_that_were_changed_are_followed() {
    let old = "# A\nAlle barn i kommunen skal ha noen å være sammen med i friminuttene hver dag.\nEn voksen er ute i hvert friminutt, også når det regner.";
    let new = "# A\nAlle barn og unge i kommunen skal ha noen å være sammen med i friminuttene.\nTo voksne er ute i hvert friminutt, også når det regner mye.";
    assert_eq!(
        fates(old, new),
        ["alle barn i → alle barn og (edited)", "en voksen er → to voksne er (edited)"]
    );
}

#[test]
fn halves_and_wholes_find_each_other() {
    let whole = "# A\nSkolene skal ha trygge uteområder med skygge og benker. Kommunen spør elevene hva de vil ha, og bygger sammen med dem.";
    let halves = "# A\nSkolene skal ha trygge uteområder med skygge og benker.\nKommunen spør elevene hva de vil ha, og bygger sammen med dem.";
    assert_eq!(
        fates(whole, halves),
        ["skolene skal ha → skolene skal ha + kommunen spør elevene (split)"]
    );
    assert_eq!(
        fates(halves, whole),
        [
            "skolene skal ha → skolene skal ha (merged)",
            "kommunen spør elevene → skolene skal ha (merged)"
        ]
    );
}

#[test]
fn a_sentence_that_moved_is_followed_too() {
    let old = "# A\nBarnehagene leser for barna hver dag hele året. Biblioteket låner ut bokkasser til alle barnehagene i kommunen, uten at det koster noe.\n# B\nSkolene har egne bibliotek med skolebibliotekar tre dager i uka.";
    let new = "# A\nBarnehagene leser for barna hver dag hele året.\n# B\nSkolene har egne bibliotek med skolebibliotekar tre dager i uka. Biblioteket låner ut bokkasser til alle barnehagene i kommunen, uten at det koster noe.";
    assert_eq!(
        fates(old, new),
        [
            "barnehagene leser for → barnehagene leser for + skolene har egne (split)",
            "skolene har egne → skolene har egne (merged)"
        ]
    );
}

#[test]
fn headings_are_known_by_what_stands_below_them() {
    let old = "# A\n## Kjennetegn på god praksis\n- Alle blir hørt.\n- Ingen er alene.\n## Veien videre\nVi begynner i høst.";
    let new = "# A\n## Slik ser vi at det virker\n- Alle blir hørt.\n- Ingen er alene.\n## Hva nå\nVi begynner i høst.";
    assert_eq!(
        fates(old, new),
        ["kjennetegn på god → slik ser vi (edited)", "veien videre → hva nå (edited?)"]
    );
}

#[test]
fn what_nothing_is_like_is_gone_and_what_stands_alone_is_proposed() {
    let old = "# A\nSvømmehallen holder åpent alle dager i sommerferien.\n# B\nFørst.\nEnkle ord om kunst.\nSist.";
    let new = "# A\n# B\nFørst.\nNoe helt annet her.\nSist.";
    assert_eq!(
        fates(old, new),
        ["svømmehallen holder åpent →  (gone?)", "enkle ord om → noe helt annet (edited?)"]
    );
}

#[test]
fn headings_that_every_area_has_stay_in_their_own() {
    let old = "# A\n## Mål\nEn.\n# B\n## Mål\nTo.\n# C\n## Mål\nTre.";
    let new = "# C\n## Mål\nTre.\n# A\n## Mål\nEn.";
    let alignment = align(&units(old), &units(new));
    assert_eq!(alignment.kept, [Some(6), Some(7), Some(8), Some(0), Some(1), Some(2)]);
}
