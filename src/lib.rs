//! *Chuhai*, an interactive article whose facts have addresses of their own.
#![forbid(unsafe_code)]

pub mod browser;
pub mod components;
pub mod pages;
pub mod story;
