//! What a form sent, or what stands behind `?`: names and values in their order, repeated ones too.

/// The most fields that are read.
const MOST: usize = 400;

/// Names with values, in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`. What comes after the first four hundred is passed over: no form of ours has as many.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Fields {
        let pairs = form_urlencoded::parse(bytes).take(MOST);
        Fields(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// The first value with a name; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// All values with a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is a value with a name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The number with a name.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_fields_keep_their_order() {
        let fields = Fields::read(b"on=b1&comment=a+%C3%A5&on=b2&comment=%0d%0a&n=7&n=8");
        assert_eq!(fields.all("on").collect::<Vec<_>>(), ["b1", "b2"]);
        assert_eq!(fields.all("comment").collect::<Vec<_>>(), ["a å", "\r\n"]);
        assert_eq!((fields.number("n"), fields.get("x"), fields.has("x")), (Some(7), "", false));
    }

    #[test]
    fn bytes_that_are_no_text_do_no_harm() {
        let fields = Fields::read(b"a=%ff%fe&%=1&=&&b");
        assert_eq!(fields.get("a"), "\u{fffd}\u{fffd}");
        let many = "x=1&".repeat(1000);
        assert_eq!(Fields::read(many.as_bytes()).all("x").count(), MOST);
    }
}
