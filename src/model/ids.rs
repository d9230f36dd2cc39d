//! Typed ids: an id says what kind of entry it names.

/// The place of an entry in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(u32);

impl EntryId {
    /// The id of a place.
    #[must_use]
    pub fn at(place: usize) -> EntryId {
        EntryId(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// The place.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

macro_rules! places {
    ($($name:ident $doc:literal;)*) => {
        $(
            #[doc = $doc]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(u32);

            impl $name {
                /// The id of a place.
                #[must_use]
                pub fn at(place: usize) -> $name {
                    $name(u32::try_from(place).unwrap_or(u32::MAX))
                }

                /// The place.
                #[must_use]
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

places! {
    ComponentId "The place of a core component.";
    PictureId "The place of a picture.";
    PointId "The place of a characteristic, a meaning or a finding.";
}

macro_rules! entry_ids {
    ($($name:ident $kind:ident;)*) => {
        $(
            #[doc = concat!("An entry that is known to be of the kind `", stringify!($kind), "`.")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(EntryId);

            impl $name {
                /// The typed id of an entry, if it is of the kind.
                #[must_use]
                pub fn of(id: EntryId, kind: crate::vocabulary::Kind) -> Option<$name> {
                    (kind == crate::vocabulary::Kind::$kind).then_some($name(id))
                }
            }

            impl From<$name> for EntryId {
                fn from(id: $name) -> EntryId {
                    id.0
                }
            }
        )*
    };
}

entry_ids! {
    IndicatorId Indicator;
    GoalId Goal;
    AreaId DevelopmentArea;
    MeasureId Measure;
    NarrativeId Narrative;
    RoleId Role;
    EventId Event;
    SourceId Source;
    ReferenceId Reference;
    FieldId Field;
    AudienceId Audience;
    ServiceId Service;
    ToolId QualityTool;
}
