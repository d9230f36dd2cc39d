//! How an indicator stands to its target, as its page says it.
//!
//! Both ask `progress` the same; here it is told in names and figures, and nothing is judged anew. The
//! municipality's own word always follows.

use super::indicator::number;
use crate::model::Indicator;
use crate::progress::{Figure, Stretch, Unjudged, change, towards};
use crate::text::When;
use serde::Serialize;
use serde_json::value::RawValue;

/// What the figures say of the way to the target, and what the municipality says.
#[derive(Debug, Serialize)]
pub(super) struct ProgressData {
    from: Option<FigureData>,
    to: Option<FigureData>,
    pace: Option<&'static str>,
    percent: Option<Box<RawValue>>,
    unjudged: Option<UnjudgedData>,
    own_word: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct FigureData {
    time: String,
    value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct UnjudgedData {
    why: &'static str,
    time: Option<String>,
}

/// The progress of an indicator. `None` where there is neither a target nor two figures to compare.
pub(super) fn data(indicator: &Indicator) -> Option<ProgressData> {
    let judged = towards(indicator);
    let stretch = change(indicator);
    if judged.is_none() && stretch.is_none() {
        return None;
    }
    let figure =
        |pick: fn(Stretch) -> Figure| stretch.map(|stretch| told(pick(stretch), indicator));
    let (progress, why) = match judged {
        Some(Ok(progress)) => (Some(progress), None),
        Some(Err(why)) => (None, Some(why)),
        None => (None, None),
    };
    Some(ProgressData {
        from: figure(|stretch| stretch.base),
        to: figure(|stretch| stretch.latest),
        pace: progress.map(|progress| progress.pace.name()),
        percent: progress.and_then(|one| RawValue::from_string(one.percent()?.to_string()).ok()),
        unjudged: why.map(unjudged),
        own_word: indicator
            .latest_finding()
            .and_then(|finding| finding.assessment)
            .map(|judgement| judgement.name()),
    })
}

fn told(figure: Figure, indicator: &Indicator) -> FigureData {
    let value = indicator.decimals.map_or(figure.value, |decimals| figure.value.round(decimals));
    FigureData {
        time: figure.time.iso(),
        value: number(value),
        status: figure.preliminary.then_some("preliminary"),
    }
}

fn unjudged(why: Unjudged) -> UnjudgedData {
    UnjudgedData { why: why.name(), time: why.time().map(When::iso) }
}
