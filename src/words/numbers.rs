//! Numbers in words: a language's signs, and how it puts a unit beside them.

use super::spoken::{InWords, spoken};
use crate::text::{Language, Number};

impl InWords for Number {
    /// 41,85 · 14 500 · 14,500.5. Years are not numbers; don't write them here.
    fn format(&self, language: Language) -> String {
        let spoken = spoken(language);
        self.written(&spoken.point, &spoken.group)
    }
}

/// What is told with the unit that it is counted in.
pub trait WithUnit {
    /// With decimals and a unit, as the language writes it: "72,86 %", "41,85 poeng". Without told
    /// decimals it keeps its own.
    fn with_unit(self, decimals: Option<u8>, unit: &str, language: Language) -> String;
}

impl WithUnit for Number {
    fn with_unit(self, decimals: Option<u8>, unit: &str, language: Language) -> String {
        let number = decimals.map_or(self, |decimals| self.round(decimals)).format(language);
        match unit {
            "" => number,
            "%" => spoken(language).percent.with(&number, ""),
            unit => spoken(language).unit.with(&number, unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_as_its_language_does() {
        let all = |written, unit| {
            let number = Number::parse(written).unwrap();
            Language::ALL.map(|language| number.with_unit(None, unit, language)).join(" | ")
        };
        let share = "72,9\u{a0}% | 72,9\u{a0}% | 72,9\u{a0}% | 72,9\u{a0}% | 72.9%";
        assert_eq!(all("72,9", "%"), share);
        let sum = "−14\u{a0}500,5\u{a0}kr";
        assert_eq!(all("-14 500,5", "kr"), [sum, sum, sum, sum, "−14,500.5\u{a0}kr"].join(" | "));
        assert_eq!(Number::parse("1450").unwrap().with_unit(Some(1), "", Language::Nb), "1450,0");
    }
}
