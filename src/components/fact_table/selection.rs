//! The selection of the fact table: search text, filters, view and order. The URL stores it.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};

/// The query parameter of the search text.
pub const SEARCH_PARAM: &str = "q";
/// The query parameter of the sort column; a leading `-` means descending.
const SORT_PARAM: &str = "sort";

/// The maximum length of a search text in the URL, in characters.
pub const MAX_TEXT: usize = 100;

/// A field with options.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct FilterField {
    /// The name in the URL.
    pub name: String,
    /// The label.
    pub label: String,
    /// The option that selects everything.
    pub any_label: String,
    /// The other options.
    pub options: Vec<FilterOption>,
}

/// An option of a field.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct FilterOption {
    /// The value in the URL.
    pub value: String,
    /// The label.
    pub label: String,
    /// Other names, as synonyms for the search.
    pub names: Vec<String>,
}

/// The fields of the table.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct TableFields {
    /// The filters.
    pub filters: Vec<FilterField>,
    /// The view: table or cards.
    pub view: FilterField,
    /// The names of the columns in the URL.
    pub columns: Vec<String>,
}

/// A search text, filters and an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The search text.
    pub text: String,
    /// The value of each filter, then of the view; empty for the default.
    pub choices: Vec<String>,
    /// The order; `None` for that of the story.
    pub sort: Option<Sort>,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The index of the column.
    pub column: usize,
    /// Whether the order is descending.
    pub is_descending: bool,
}

impl TableFields {
    /// The filters and the view.
    pub fn all_fields(&self) -> impl Iterator<Item = &FilterField> {
        self.filters.iter().chain([&self.view])
    }

    /// Reads a selection from URL parameters. Ignores unknown values.
    pub fn selection(&self, parameter: impl Fn(&str) -> Option<String>) -> Selection {
        let value = |choice: &FilterField| {
            let asked = parameter(&choice.name).unwrap_or_default();
            if choice.options.iter().any(|option| option.value == asked) { asked } else { String::new() }
        };
        let text: String = parameter(SEARCH_PARAM).unwrap_or_default().chars().take(MAX_TEXT).collect();
        Selection {
            text,
            choices: self.all_fields().map(value).collect(),
            sort: parameter(SORT_PARAM).and_then(|asked| self.sort(&asked)),
        }
    }

    fn sort(&self, asked: &str) -> Option<Sort> {
        let (name, is_descending) = asked.strip_prefix('-').map_or((asked, false), |name| (name, true));
        let column = self.columns.iter().position(|column| column == name)?;
        Some(Sort { column, is_descending })
    }

    /// The URL parameters of a selection: names and values, without empty ones.
    pub fn parameters<'a>(&'a self, selection: &'a Selection) -> Vec<(&'a str, String)> {
        let choices =
            self.all_fields().map(|choice| choice.name.as_str()).zip(selection.choices.iter().cloned());
        let sort = selection.sort.and_then(|sort| {
            let minus = if sort.is_descending { "-" } else { "" };
            Some([minus, self.columns.get(sort.column)?].concat())
        });
        let mut parameters = vec![(SEARCH_PARAM, selection.text.clone())];
        parameters.extend(choices);
        parameters.push((SORT_PARAM, sort.unwrap_or_default()));
        parameters.retain(|(_, value)| !value.is_empty());
        parameters
    }

    /// The tags that a row must have.
    pub fn tags(&self, selection: &Selection) -> Vec<String> {
        let asked = self.filters.iter().zip(&selection.choices).filter(|(_, value)| !value.is_empty());
        asked.map(|(filter, value)| [&filter.name, "=", value].concat()).collect()
    }

    /// Whether a selection hides rows: it has a search text or a filter.
    pub fn is_filtering(&self, selection: &Selection) -> bool {
        !selection.text.is_empty() || !self.tags(selection).is_empty()
    }

    /// The selection without search text and filters, in the same view and order.
    pub fn cleared(&self, selection: &Selection) -> Selection {
        let mut choices = selection.choices.clone();
        choices.iter_mut().take(self.filters.len()).for_each(String::clear);
        Selection { text: String::new(), choices, sort: selection.sort }
    }
}

impl Selection {
    /// The selection with another value of the filter or view at an index.
    pub fn with_choice(&self, at: usize, value: String) -> Self {
        let mut selection = self.clone();
        if at >= selection.choices.len() {
            selection.choices.resize(at + 1, String::new());
        }
        if let Some(choice) = selection.choices.get_mut(at) {
            *choice = value;
        }
        selection
    }

    /// The selection with the next order by a column: ascending, then descending, then that of the story.
    pub fn sorted_by(&self, column: usize) -> Self {
        let sort = match self.sort {
            Some(sort) if sort.column == column && sort.is_descending => None,
            Some(sort) if sort.column == column => Some(Sort { column, is_descending: true }),
            _ => Some(Sort { column, is_descending: false }),
        };
        Self { sort, ..self.clone() }
    }
}
