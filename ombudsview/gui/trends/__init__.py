"""The Trends page. matplotlib is imported when a chart is first shown, never before."""
