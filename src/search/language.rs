//! What searching in a language needs: words that every sentence has, and words that mean the same.

use crate::model::Plan;
use crate::text::Language;
use crate::view::Views;
use crate::vocabulary::{KINDS, Kind};

/// Words that tell nothing about what a text is about, with spaces between. One that is searched for
/// alone finds itself and nothing else.
pub(super) fn stop_words(language: Language) -> &'static str {
    match language {
        Language::Nb => {
            "alle alt altså at av ble bli blir blitt bør da de dem den denne der deres dere det dette deg din ditt dine disse du eller en enn er et ett etter for fordi fra få får fått gjør gjøre gjort går ha hadde han har hans hele hennes her hos hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke inn jeg jo kan kunne man med meg men mer min mitt mine mot mye må når nå noe noen noe og også om opp oss over på seg selv si sin sine sitt skal skulle slik som så til under ut var ved vi vil ville være vært våre vårt vår å"
        }
        Language::Nn => {
            "alle alt altså at av blei bli blir bør då dei den denne der deira det dette deg din ditt dine desse du eller ein eit enn er etter for fordi frå få får fått gjer gjere gjort går ha hadde han har hans heile hennar her hos ho kva kven kvar kva kvifor korleis i ikkje inn eg jo kan kunne med meg men meir min mitt mine mot mykje må når no noko nokon nokre og også om opp oss over på seg sjølv seie sin sine sitt skal skulle slik som så til under ut var ved vi vil ville vere vore våre vårt vår å"
        }
        Language::Sv => {
            "alla allt att av blev bli blir bör de dem den denna där deras det detta dig din ditt dina dessa du eller en än är ett efter för från få får fått gör göra gjort går ha hade han har hans hela hennes här hos hon vad vem var vilka vilken vilket om hur varför i inte in jag ju kan kunde man med mig men mer min mitt mina mot mycket måste när nu något någon några och också på sig själv sin sina sitt ska skulle som så till under ut vid vi vill ville vara varit våra vårt vår åt"
        }
        Language::En => {
            "a about all also an and any are as at be been but by can could did do does for from get had has have he her here him his how i if in into is it its just may me more most must my no not of on one or our out over she should so some such than that the their them then there these they this those to under up us was we were what when where which who whom why will with would you your"
        }
        Language::Se => {
            "ahte dat dan de du don ge gii go ii in ja jos juo lea leat maid mii mon mu mun muhto son su"
        }
    }
}

/// Bokmål and nynorsk for the same, as words of plans: stems would not bring them together.
const PAIRS: &[(&str, &str)] = &[
    ("anbefaling", "tilråding"),
    ("ansatt", "tilsett"),
    ("bedre", "betre"),
    ("bekymring", "uro"),
    ("bestemme", "avgjere"),
    ("brukerreise", "brukarreise"),
    ("bruker", "brukar"),
    ("ensom", "einsam"),
    ("ensomhet", "einsemd"),
    ("erfaring", "røynsle"),
    ("forebygging", "førebygging"),
    ("forebyggende", "førebyggande"),
    ("foresatt", "føresett"),
    ("forskjell", "skilnad"),
    ("forteller", "fortel"),
    ("fortelling", "forteljing"),
    ("fravær", "fråvær"),
    ("frivillig", "friviljug"),
    ("hjem", "heim"),
    ("hjemme", "heime"),
    ("høring", "høyring"),
    ("kilde", "kjelde"),
    ("kjennetegn", "kjenneteikn"),
    ("kjærlighet", "kjærleik"),
    ("lege", "lækjar"),
    ("lek", "leik"),
    ("leke", "leike"),
    ("leseferdighet", "leseferd"),
    ("lærer", "lærar"),
    ("medvirkning", "medverknad"),
    ("medvirke", "medverke"),
    ("mulighet", "moglegheit"),
    ("møteplass", "møtestad"),
    ("måltall", "måltal"),
    ("oppdragelse", "oppseding"),
    ("opplevelse", "oppleving"),
    ("rettighet", "rett"),
    ("selvstendig", "sjølvstendig"),
    ("sikkerhet", "tryggleik"),
    ("skole", "skule"),
    ("sted", "stad"),
    ("styrer", "styrar"),
    ("støtte", "stønad"),
    ("sykdom", "sjukdom"),
    ("sykepleier", "sjukepleiar"),
    ("telling", "teljing"),
    ("tilhørighet", "tilhøyrsle"),
    ("tjeneste", "teneste"),
    ("trivsel", "trivnad"),
    ("trygghet", "tryggleik"),
    ("undersøkelse", "undersøking"),
    ("ungdomsskole", "ungdomsskule"),
    ("vanskelig", "vanskeleg"),
    ("veiledning", "rettleiing"),
    ("venn", "ven"),
    ("videregående", "vidaregåande"),
    ("virkning", "verknad"),
];

/// Words that mean the same in this plan: the two written forms of Norwegian, the terms and
/// abbreviations that the plan explains, and planverk's own words beside the municipality's.
pub(super) fn same(plan: &Plan, views: &Views<'_>) -> Vec<Vec<String>> {
    let is_norwegian = matches!(plan.settings.language, Language::Nb | Language::Nn);
    let pairs = if is_norwegian { PAIRS } else { &[] };
    let pairs = pairs.iter().map(|(nb, nn)| vec![(*nb).to_string(), (*nn).to_string()]);
    let terms = plan.of_kind(Kind::Term).filter_map(|(_, entry)| {
        let term = entry.term()?;
        let forms = term.forms.iter().map(String::as_str);
        Some([entry.title.as_str(), &term.abbr].into_iter().chain(forms).map(str::to_lowercase))
    });
    let own = KINDS.iter().flat_map(|(kind, word)| {
        let (one, many) = views.search_kind(kind.name());
        let ours = word.in_language(plan.settings.language).to_string();
        [vec![one.to_lowercase(), ours.clone()], vec![many.to_lowercase(), ours]]
    });
    let groups = pairs.chain(terms.map(Iterator::collect)).chain(own);
    groups.map(tidy).filter(|group: &Vec<String>| group.len() > 1).collect()
}

/// Each word of a group once.
fn tidy(mut group: Vec<String>) -> Vec<String> {
    let mut seen = Vec::new();
    group.retain(|word| {
        let is_new = !word.is_empty() && !seen.contains(word);
        seen.push(word.clone());
        is_new
    });
    group
}
