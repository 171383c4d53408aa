"""The Trends page. Charts are drawn in a process of their own: matplotlib is never imported in this one."""
