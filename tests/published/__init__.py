"""Tests of published tables held against the record."""
