//! Small series with known ends, and what must hold of any.

use super::*;
use crate::model::{Break, Observation, SeriesSet};
use crate::text::{FileId, Span};
use proptest::prelude::*;

fn when(written: &str) -> When {
    When::parse(written).unwrap()
}

fn number(written: &str) -> Number {
    Number::parse(written).unwrap()
}

/// "2019 10, 2020 :, 2021 .., 2022 8*": a star is a preliminary figure, a bar a break before it.
fn indicator(figures: &str, aim: &str, better: Better) -> Indicator {
    let mut breaks = Vec::new();
    let observations = figures.split(", ").filter(|one| !one.is_empty()).map(|one| {
        let (time, value) = one.split_once(' ').unwrap();
        let is_broken = time.starts_with('|');
        let time = when(time.trim_start_matches('|'));
        if is_broken {
            breaks.push(Break { from: time, why: String::new() });
        }
        let (value, preliminary) = (value.trim_end_matches('*'), value.ends_with('*'));
        let value = match value {
            ":" => Reading::Suppressed,
            ".." => Reading::Missing,
            number => Reading::Number(Number::parse(number).unwrap()),
        };
        Observation { time: Some(time), value, preliminary, span: Span::new(FileId(0), 0..0) }
    });
    let observations = observations.collect();
    let series = vec![Series { name: "Prøvevik".into(), observations, breaks }];
    let mut words = aim.split(' ').filter(|word| !word.is_empty());
    let target = words.next().map(|value| Aim {
        value: number(value),
        year: words.next().filter(|word| *word != "-").map(when),
        base: words.next().map(when),
    });
    let series = SeriesSet { series, ..SeriesSet::default() };
    Indicator { series, target, better, ..Indicator::default() }
}

fn told(figures: &str, aim: &str, better: Better) -> String {
    match towards(&indicator(figures, aim, better)) {
        None => "no target".into(),
        Some(Err(why)) => format!("{why:?}"),
        Some(Ok(progress)) => {
            let Stretch { base, latest } = progress.stretch;
            let ratio = progress.ratio.map(|ratio| format!(" {:.1} %", 100.0 * ratio));
            let (name, ratio) = (progress.pace.name(), ratio.unwrap_or_default());
            format!("{} to {}: {name}{ratio}", base.time.iso(), latest.time.iso())
        }
    }
}

#[test]
fn the_pace_is_growth_by_required_growth() {
    use Better::{Higher, Lower, Neither};
    for (figures, aim, better, expected) in [
        // (8/10)^(1/5) − 1 = −4.365 %, (5/10)^(1/15) − 1 = −4.516 %.
        ("2015 10, 2020 8", "5 2030", Lower, "2015 to 2020: on-track 96.7 %"),
        // (24/20)^(1/4) − 1 = 4.664 %, (30/20)^(1/7) − 1 = 5.963 %.
        ("2020 20, 2024 24", "30 2027", Higher, "2020 to 2024: slow 78.2 %"),
        // (21/20)^(1/4) − 1 = 1.227 %, by 5.963 %.
        ("2020 20, 2024 21", "30 2027", Higher, "2020 to 2024: too-slow 20.6 %"),
        ("2020 20, 2024 20", "30 2027", Higher, "2020 to 2024: too-slow 0.0 %"),
        ("2020 20, 2024 19", "30 2027", Higher, "2020 to 2024: away -21.4 %"),
        // Zero has no growth: 5 fewer in 5 years, where 10 fewer in 10 were needed.
        ("2020 10, 2025 5", "0 2030", Lower, "2020 to 2025: on-track 100.0 %"),
        // Neither way is better: the way is from the base to the target.
        ("2020 40, 2024 44", "50 2030", Neither, "2020 to 2024: on-track 106.9 %"),
        ("2020 60, 2024 62", "50 2030", Neither, "2020 to 2024: away -45.6 %"),
        // A school year ends with July: 4 of 5 years and 5 months.
        ("2020/2021 10, 2024/2025 8", "7 2026", Lower, "2020/2021 to 2024/2025: slow 85.1 %"),
    ] {
        assert_eq!(told(figures, aim, better), expected, "{figures}, {aim}");
    }
}

#[test]
fn what_needs_no_pace_has_no_ratio() {
    use Better::{Higher, Lower, Neither};
    for (figures, aim, better, expected) in [
        ("2020 20, 2024 42", "42,0 2027", Higher, "2020 to 2024: reached"),
        ("2020 20, 2024 42", "42,0 -", Neither, "2020 to 2024: reached"),
        ("2020 20, 2024 4", "5 2027", Lower, "2020 to 2024: reached"),
        ("2020 20, 2024 25", "30 2024", Higher, "2020 to 2024: missed"),
        ("2020 20, 2025 25", "30 2024", Higher, "2020 to 2025: missed"),
        // To stay above 90: it was, and is not.
        ("2020 94, 2024 89", "90 2028", Higher, "2020 to 2024: away"),
        ("2020 20, 2024 25", "", Higher, "no target"),
    ] {
        assert_eq!(told(figures, aim, better), expected, "{figures}, {aim}");
    }
}

#[test]
fn nothing_is_said_of_too_little() {
    use Better::Higher;
    for (figures, aim, expected) in [
        ("", "30 2027", "NoFigures"),
        ("2020 :, 2021 ..", "30 2027", "NoFigures"),
        ("2024 20", "30 2027", "OneFigure"),
        ("2024 30", "30 2027", "OneFigure"),
        ("2019 :, 2024 20, 2025 ..", "30 2027", "OneFigure"),
        ("2020 20, |2024 25", "30 2027", "Break(Year(2024))"),
        ("2018 18, 2020 20, |2023 22, 2024 25", "30 2027 2018", "Break(Year(2023))"),
        ("2020 20, 2024 25", "30 2027 2019", "NoBase(Year(2019))"),
        ("2020 :, 2024 25", "30 2027 2020", "NoBase(Year(2020))"),
        ("2020 20, 2024 25", "30 2027 2024", "NoBase(Year(2024))"),
        ("2020 20, 2024/2025 25", "30 2027", "Unlike"),
        ("2020 20, 2024/2025 25", "30 2027 2020", "Unlike"),
        ("2020 20, 2024 25", "30 -", "NoTime"),
    ] {
        assert_eq!(told(figures, aim, Higher), expected, "{figures}, {aim}");
    }
}

#[test]
fn the_base_is_the_first_figure_after_the_last_break_unless_it_is_told() {
    let figures = "2018 18, |2020 20, 2021 :, 2022 22, 2024 25*, |2026 ..";
    assert_eq!(told(figures, "30 2027", Better::Higher), "2020 to 2024: on-track 96.2 %");
    assert_eq!(told(figures, "30 2027 2022", Better::Higher), "2022 to 2024: on-track 103.1 %");
    let change = change(&indicator(figures, "", Better::Neither)).unwrap();
    assert!(change.latest.preliminary && !change.base.preliminary);
}

proptest! {
    /// Figures on the way that was needed are on track whenever they are taken; twice the distance in the
    /// wrong direction never is.
    #[test]
    fn the_required_way_is_on_track(
        from in 10_i64..500, to in 10_i64..500, gone in 1_i16..9, left in 1_i16..9,
    ) {
        prop_assume!((from - to).abs() > 9);
        let better = if to > from { Better::Higher } else { Better::Lower };
        let share = f64::from(gone) / f64::from(gone + left);
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let (start, end) = (from as f64, to as f64);
        let way = start * (end / start).powf(share);
        let figures = format!("2010 {from}, {} {way:.6}", 2010 + gone);
        let aim = format!("{to} {}", 2010 + gone + left);
        let progress = towards(&indicator(&figures, &aim, better)).unwrap().unwrap();
        prop_assert_eq!(progress.pace, Pace::OnTrack);
        prop_assert!((progress.ratio.unwrap() - 1.0).abs() < 0.001);
        let away = format!("2010 {from}, {} {}", 2010 + gone, from - (to - from).signum());
        let progress = towards(&indicator(&away, &aim, better)).unwrap().unwrap();
        prop_assert_eq!(progress.pace, Pace::Away);
    }
}
