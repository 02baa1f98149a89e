"""Text with offsets, and the Dutch of numbers, durations, dates and money."""
