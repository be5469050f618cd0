//! The query of the fact table: search text, filters, view and order. The URL stores it.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use crate::components::search::search_field::MAX_TEXT;

/// The query parameter of the search text.
pub const SEARCH_PARAM: &str = "q";
/// The query parameter of the sort column; a leading `-` means descending.
const SORT_PARAM: &str = "sort";

/// A field with options.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct SelectField {
    /// The name in the URL.
    pub name: String,
    /// The label.
    pub label: String,
    /// The option that selects everything.
    pub default_label: String,
    /// The other options.
    pub options: Vec<SelectOption>,
}

/// An option of a field.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct SelectOption {
    /// The value in the URL.
    pub value: String,
    /// The label.
    pub label: String,
    /// Other names, as synonyms for the search.
    pub names: Vec<String>,
}

/// What readers can choose in the table.
#[derive(Clone, Debug, Default, Deserialize_tuple, Eq, PartialEq, Serialize_tuple)]
pub struct TableOptions {
    /// The filters.
    pub filters: Vec<SelectField>,
    /// The view: table or cards.
    pub view: SelectField,
    /// The names of the columns in the URL.
    pub columns: Vec<String>,
}

/// A search text, filters and an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableQuery {
    /// The search text.
    pub text: String,
    /// The value of each filter, then of the view; empty for the default.
    pub selected_values: Vec<String>,
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

impl TableOptions {
    /// The filters and the view.
    pub fn all_fields(&self) -> impl Iterator<Item = &SelectField> {
        self.filters.iter().chain([&self.view])
    }

    /// Reads a query from URL parameters. Ignores unknown values.
    pub fn query(&self, parameter: impl Fn(&str) -> Option<String>) -> TableQuery {
        let value = |field: &SelectField| {
            let requested = parameter(&field.name).unwrap_or_default();
            if field.options.iter().any(|option| option.value == requested) {
                requested
            } else {
                String::new()
            }
        };
        let text: String = parameter(SEARCH_PARAM).unwrap_or_default().chars().take(MAX_TEXT).collect();
        TableQuery {
            text,
            selected_values: self.all_fields().map(value).collect(),
            sort: parameter(SORT_PARAM).and_then(|requested| self.sort(&requested)),
        }
    }

    fn sort(&self, requested: &str) -> Option<Sort> {
        let (name, is_descending) =
            requested.strip_prefix('-').map_or((requested, false), |name| (name, true));
        let column = self.columns.iter().position(|column| column == name)?;
        Some(Sort { column, is_descending })
    }

    /// The URL parameters of a query: names and values, without empty ones.
    pub fn parameters<'a>(&'a self, query: &'a TableQuery) -> Vec<(&'a str, String)> {
        let selected_values =
            self.all_fields().map(|field| field.name.as_str()).zip(query.selected_values.iter().cloned());
        let sort = query.sort.and_then(|sort| {
            let minus = if sort.is_descending { "-" } else { "" };
            Some([minus, self.columns.get(sort.column)?].concat())
        });
        let mut parameters = vec![(SEARCH_PARAM, query.text.clone())];
        parameters.extend(selected_values);
        parameters.push((SORT_PARAM, sort.unwrap_or_default()));
        parameters.retain(|(_, value)| !value.is_empty());
        parameters
    }

    /// The tags that a row must have.
    pub fn tags(&self, query: &TableQuery) -> Vec<String> {
        let requested =
            self.filters.iter().zip(&query.selected_values).filter(|(_, value)| !value.is_empty());
        requested.map(|(filter, value)| [&filter.name, "=", value].concat()).collect()
    }

    /// Whether a query hides rows: it has a search text or a filter.
    pub fn is_filtering(&self, query: &TableQuery) -> bool {
        !query.text.is_empty() || !self.tags(query).is_empty()
    }

    /// The query without search text and filters, in the same view and order.
    pub fn cleared(&self, query: &TableQuery) -> TableQuery {
        let mut selected_values = query.selected_values.clone();
        selected_values.iter_mut().take(self.filters.len()).for_each(String::clear);
        TableQuery { text: String::new(), selected_values, sort: query.sort }
    }
}

impl TableQuery {
    /// The query with another value of the filter or view at an index.
    pub fn with_selected(&self, at: usize, value: String) -> Self {
        let mut query = self.clone();
        if let Some(field) = query.selected_values.get_mut(at) {
            *field = value;
        }
        query
    }

    /// The query with the next order by a column: ascending, then descending, then that of the story.
    pub fn sorted_by(&self, column: usize) -> Self {
        let sort = match self.sort {
            Some(sort) if sort.column == column && sort.is_descending => None,
            Some(sort) if sort.column == column => Some(Sort { column, is_descending: true }),
            _ => Some(Sort { column, is_descending: false }),
        };
        Self { sort, ..self.clone() }
    }
}
