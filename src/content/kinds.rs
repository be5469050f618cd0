//! Enums whose variants are words in content files and data.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// Declares an enum whose variants are lower-case words in content files and data.
macro_rules! string_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All variants in order, with their words.
            pub const ALL: &[(&str, Self)] = &[$(($word, Self::$variant)),+];

            /// Word in content files and data.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": [$($word),+] })
            }

            fn inline_schema() -> bool {
                true
            }
        }
    };
}

string_enum! {
    /// Limit of a figure that is not exact.
    Qualifier {
        /// Approximately.
        About = "about",
        /// Slightly less than.
        Nearly = "nearly",
        /// More than; a lower bound.
        MoreThan = "more than",
        /// Less than; an upper bound.
        LessThan = "less than",
        /// At most.
        UpTo = "up to",
        /// At least.
        AtLeast = "at least",
    }
}

string_enum! {
    /// Who states a figure.
    StatedBy {
        /// The claim. The verdict judges the figure too.
        Claim = "claim",
        /// A source that the claim was checked against. The verdict does not judge the figure.
        Record = "record",
    }
}

string_enum! {
    /// Kind of number in a figure.
    Measure {
        /// Number of units.
        Count = "count",
        /// Number per hundred.
        Percent = "percent",
        /// Multiple.
        Ratio = "ratio",
        /// Amount of money, in a currency.
        Money = "money",
        /// Position in a ranking, or the number of first places.
        Rank = "rank",
        /// Calendar year.
        Year = "year",
        /// Duration in hours.
        Hours = "hours",
        /// Duration in days.
        Days = "days",
        /// Duration in months.
        Months = "months",
        /// Duration in years.
        Years = "years",
    }
}

string_enum! {
    /// What the sources that we checked say about a fact.
    Verdict {
        /// An independent source agrees.
        Confirmed = "confirmed",
        /// A source confirms a part, or all of it for another year, place or measure.
        PartlyConfirmed = "partly confirmed",
        /// Only the source article says so.
        Unverified = "unverified",
        /// A source disagrees.
        Contradicted = "contradicted",
    }
}

string_enum! {
    /// Marks a fact that is later than the source article.
    Era {
        /// Later than the source article.
        After = "after",
    }
}

string_enum! {
    /// Kind of claim.
    ClaimKind {
        /// An event.
        Event = "event",
        /// A habit or a mood.
        Culture = "culture",
        /// A count of people or views.
        AudienceSize = "audience size",
        /// An amount of money.
        Money = "money",
        /// One person's story.
        PersonStory = "person story",
        /// An act of a government.
        Policy = "policy",
        /// A position in a ranking.
        Ranking = "ranking",
        /// A share or rate.
        Rate = "rate",
        /// A paraphrased statement.
        Quotation = "quotation",
        /// An opinion.
        Opinion = "opinion",
        /// A forecast.
        Forecast = "forecast",
        /// A remark on the source article.
        SourceRemark = "reference",
    }
}

impl ClaimKind {
    /// Whether the claim can be true or false. Only such claims get a verdict.
    pub fn is_checkable(self) -> bool {
        !matches!(self, Self::Opinion | Self::Forecast | Self::SourceRemark)
    }
}

string_enum! {
    /// Role of an owner.
    OwnerRole {
        /// The owner.
        Owner = "owner",
        /// The record label of a song or its singers.
        Label = "label",
        /// The agency that manages a person or a group.
        Agency = "agency",
        /// The service that shows a series.
        Platform = "platform",
        /// The publisher of a game or a book.
        Publisher = "publisher",
        /// The owner after the time of the source article, at the time of the entity's facts.
        Later = "later",
        /// Not an owner, but how a company is held.
        Status = "status",
    }
}

string_enum! {
    /// Kind of entity.
    EntityKind {
        /// A company.
        Company = "company",
        /// An app, a service or a game.
        Product = "product",
        /// A series or a film.
        Drama = "drama",
        /// A song.
        Song = "song",
        /// A person.
        Person = "person",
        /// A band or a league.
        Group = "group",
        /// A town, or a group of states.
        Place = "place",
        /// A country or world region.
        Region = "region",
        /// A technical term.
        Term = "term",
        /// A newspaper or website.
        Outlet = "outlet",
        /// A public body.
        Body = "body",
    }
}
