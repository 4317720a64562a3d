"""The pages of figures: statistics, comparison, metrics."""
