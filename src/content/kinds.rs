//! Enums whose variants are words of the content files and of the data.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// Declares an enum whose variants are lower-case words of the content files and the data.
macro_rules! string_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All, in order, with the word that content files use.
            pub const ALL: &[(&str, Self)] = &[$(($word, Self::$variant)),+];

            /// The word that content files and data use.
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
    /// How a figure is limited.
    Qualifier {
        /// Roughly.
        About = "about",
        /// A little under.
        Nearly = "nearly",
        /// Over.
        MoreThan = "more than",
        /// Under.
        LessThan = "less than",
        /// At most.
        UpTo = "up to",
        /// At the least.
        AtLeast = "at least",
    }
}

string_enum! {
    /// What the number of a figure is.
    Measure {
        /// So many of what is counted, or of what it is measured in.
        Count = "count",
        /// So many in a hundred.
        Percent = "percent",
        /// So many times as much.
        Ratio = "ratio",
        /// A sum, in a currency.
        Money = "money",
        /// A place in an order, or how many of the first places.
        Rank = "rank",
        /// A year.
        Year = "year",
        /// How long something takes, in hours.
        Hours = "hours",
        /// The same in days.
        Days = "days",
        /// The same in months.
        Months = "months",
        /// The same in years.
        Years = "years",
    }
}

string_enum! {
    /// What the sources that we checked say of a fact.
    Verdict {
        /// An independent source says the same.
        Confirmed = "confirmed",
        /// A source bears out a part, or the whole for another year, place or measure.
        PartlyConfirmed = "partly confirmed",
        /// Only the source article says so.
        Unverified = "unverified",
        /// A source says otherwise.
        Contradicted = "contradicted",
    }
}

string_enum! {
    /// The time that a fact belongs to, if it is not the source article's own.
    Era {
        /// After the source article was published.
        After = "after",
    }
}

string_enum! {
    /// What sort of claim a fact makes.
    ClaimKind {
        /// Something that happened.
        Event = "event",
        /// A habit or a mood.
        Culture = "culture",
        /// A count of people or views.
        AudienceSize = "audience size",
        /// A sum.
        Money = "money",
        /// One person's story.
        PersonStory = "person story",
        /// An act of government.
        Policy = "policy",
        /// A place in an order.
        Ranking = "ranking",
        /// A share.
        Rate = "rate",
        /// Someone's words, in paraphrase.
        Quotation = "quotation",
        /// Someone's judgement.
        Opinion = "opinion",
        /// Someone's expectation.
        Forecast = "forecast",
        /// A remark on the source itself.
        Reference = "reference",
    }
}

impl ClaimKind {
    /// Whether it can be true or false, so that it gets a verdict.
    pub fn is_checkable(self) -> bool {
        !matches!(self, Self::Opinion | Self::Forecast | Self::Reference)
    }
}

string_enum! {
    /// What an owner is to an entity.
    OwnerRole {
        /// The owner.
        Owner = "owner",
        /// The record label of a song or of those who sing.
        Label = "label",
        /// The agency that manages a person or a group.
        Agency = "agency",
        /// The service that shows a series.
        Platform = "platform",
        /// The publisher of a game or a book.
        Publisher = "publisher",
        /// The owner at the time that its facts speak of, which is later.
        Later = "later",
        /// Not an owner, but how a company is held.
        Status = "status",
    }
}

string_enum! {
    /// What an entity is.
    EntityKind {
        /// A firm.
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
        /// A town, or states that are spoken of together.
        Place = "place",
        /// A country or a part of the world.
        Region = "region",
        /// A word of the trade.
        Term = "term",
        /// A newspaper or site.
        Outlet = "outlet",
        /// A public body.
        Body = "body",
    }
}
