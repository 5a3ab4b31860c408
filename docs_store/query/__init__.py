"""What was typed, as a query; and which words of a text answer it. It knows no engine."""
