//! Choices and their names in English, as files, the vocabulary and class names have them.

/// Gives choices their English names, and back: `named! { Colour { Red "red", Green "green" } }`.
macro_rules! named {
    ($($type:ident { $($variant:ident $name:literal),* $(,)? })*) => {
        $(
            impl $type {
                /// Its English name.
                #[must_use]
                pub fn name(self) -> &'static str {
                    match self { $($type::$variant => $name),* }
                }

                /// The one with an English name.
                #[must_use]
                pub fn named(name: &str) -> Option<$type> {
                    match name { $($name => Some($type::$variant),)* _ => None }
                }
            }
        )*
    };
}

pub(crate) use named;
